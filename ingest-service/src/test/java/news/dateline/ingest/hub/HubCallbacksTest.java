package news.dateline.ingest.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubCallbacksTest {
    private static final String FEED = "https://www.harbour-courier.example/région?a=b";

    private final HubCallbacks callbacks = new HubCallbacks(URI.create("https://in.example/dateline/"),
            "a-secret-of-two-and-thirty-letters");

    private String[] parts() {
        String address = callbacks.addressFor(FEED);
        assertThat(address).startsWith("https://in.example/dateline" + HubCallbacks.PATH);
        return address.substring(("https://in.example/dateline" + HubCallbacks.PATH).length()).split("/");
    }

    @Test
    void knowsTheFeedByTheAddressAlone() {
        HubCallbacks another = new HubCallbacks(URI.create("https://in.example"), "a-secret-of-two-and-thirty-letters");

        assertThat(another.feed(parts()[0], parts()[1])).contains(FEED);
        assertThat(another.secretFor(FEED)).isEqualTo(callbacks.secretFor(FEED)).hasSizeLessThan(200);
    }

    @Test
    void knowsNoAddressThatWasNotMadeWithItsSecret() {
        HubCallbacks another = new HubCallbacks(URI.create("https://in.example"), "another-secret-of-32-characters!");

        assertThat(another.feed(parts()[0], parts()[1])).isEmpty();
        assertThat(callbacks.feed(parts()[1], parts()[1])).isEmpty();
        assertThat(callbacks.feed(parts()[0], "not base64")).isEmpty();
        assertThat(another.secretFor(FEED)).isNotEqualTo(callbacks.secretFor(FEED));
    }

    /** By RFC 2202 and RFC 4231, whose second test case this is. */
    @ParameterizedTest
    @CsvSource({"sha1,effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
            "SHA256,5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843",
            "sha384,af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
            "sha512,164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fd"
                    + "caeab1a34d4a6b4b636e070a38bce737"})
    void knowsARightSignatureOfEachMethod(String method, String hex) {
        HubSignature signature = HubSignature.of(method + "=" + hex, "Jefe").orElseThrow();
        byte[] body = "what do ya want for nothing?".getBytes(UTF_8);

        signature.update(body, body.length);

        assertThat(signature.isRight()).isTrue();
    }

    @Test
    void knowsAWrongSignature() {
        HubSignature signature = HubSignature.of("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c78", "Jefe").orElseThrow();
        byte[] body = "what do ya want for nothing?".getBytes(UTF_8);

        signature.update(body, body.length);

        assertThat(signature.isRight()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256", "sha256=xyz", "md5=00", "=", "none="})
    void takesNothingElseForASignature(String header) {
        assertThat(HubSignature.of(header, "secret")).isEmpty();
    }
}
