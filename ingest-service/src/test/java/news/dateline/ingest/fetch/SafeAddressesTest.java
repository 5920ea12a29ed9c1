package news.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.registry.WebAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeAddressesTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.9.9.9",
            "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.0.1",
            "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1",
            "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::7f00:1", "fc00::1", "fd12::1",
            "fe80::1",
            "fec0::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1",
            "64:ff9b:1::1", "100::1", "3fff::1"})
    void refusesWhatIsNotOnThePublicInternet(String address) throws UnknownHostException {
        assertThat(SafeAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.1.0.1",
            "223.255.255.1", "2606:4700::1", "2a00:1450::1", "64:ff9b::808:808"})
    void takesWhatIs(String address) throws UnknownHostException {
        assertThat(SafeAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void givesOnlyTheSafeOnesOfAHostsAddresses() throws UnknownHostException {
        try (SafeAddresses addresses = new SafeAddresses(NamedHosts.NONE, host -> new InetAddress[]{
                InetAddress.getByName("10.0.0.1"), InetAddress.getByName("8.8.8.8")}, SafeAddresses::isPublic)) {
            assertThat(addresses.resolve("both.test")).containsExactly(InetAddress.getByName("8.8.8.8"));
        }
    }

    @Test
    void takesANamedHostWhereverItIs() throws UnknownHostException {
        NamedHosts named = NamedHosts.of("Feeds.Intranet, .lab.example").orElseThrow();
        try (SafeAddresses addresses = new SafeAddresses(named,
                host -> new InetAddress[]{InetAddress.getByName("10.0.0.1")}, SafeAddresses::isPublic)) {
            assertThat(addresses.resolve("feeds.intranet")).hasSize(1);
            assertThat(addresses.resolve("a.lab.example")).hasSize(1);
            assertThatThrownBy(() -> addresses.resolve("lab.example")).isInstanceOf(SafeAddresses.Unsafe.class);
        }
    }

    @Test
    void refusesAListWithWhatIsNoHost() {
        assertThat(NamedHosts.of("a b")).isEmpty();
        assertThat(NamedHosts.of("http://a")).isEmpty();
        assertThat(NamedHosts.of(" ")).contains(new NamedHosts(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"HTTP://Example.COM,http://example.com/", "https://a.example:443/x,https://a.example/x",
            "http://a.example:8080/x#part,http://a.example:8080/x",
            "http://a.example/a b?q=ü,http://a.example/a%20b?q=%C3%BC",
            "https://bücher.example/,https://xn--bcher-kva.example/", "http://[::1]:80/x,http://[::1]/x",
            "http://a.example/100%,http://a.example/100%25"})
    void writesAnAddressInOneForm(String given, String form) {
        assertThat(WebAddress.of(given)).contains(URI.create(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ftp://a.example/", "file:///etc/passwd", "http://", "http:///x",
            "http://user:secret@a.example/", "http://a.example:99999/", "http://a b/", "javascript:alert(1)"})
    void refusesWhatIsNoAddress(String given) {
        assertThat(WebAddress.of(given)).isEqualTo(Optional.empty());
    }
}
