package news.dateline.ingest.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The addresses of a host that may be connected to: those on the public internet, unless the host is one that was named.
 *
 * <p>A connection goes to the very address that this gives, so nothing can change between the check and the connection.
 */
public final class SafeAddresses implements DnsResolver, AutoCloseable {
    private static final int LOOKUPS = 32;
    private static final long LOOKUP_SECONDS = 10;

    private final NamedHosts named;
    private final Lookup lookup;
    private final Predicate<InetAddress> safe;

    /** A lookup holds its thread for as long as the name server takes, which a virtual one must not. */
    private final ThreadPoolExecutor lookups = new ThreadPoolExecutor(LOOKUPS, LOOKUPS, 5, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("host-lookup-", 0).factory());

    /** Finds the addresses of a host. */
    public interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** The host has addresses, and none of them may be connected to. */
    static final class Unsafe extends UnknownHostException {
        private Unsafe(InetAddress address) {
            super("leads to an address that is not on the public internet (" + address.getHostAddress() + ")");
        }
    }

    /** Addresses as this machine finds them. */
    public SafeAddresses(NamedHosts named) {
        this(named, InetAddress::getAllByName, SafeAddresses::isPublic);
    }

    /** Addresses as somebody else finds them, of which some are safe. */
    public SafeAddresses(NamedHosts named, Lookup lookup, Predicate<InetAddress> safe) {
        this.named = named;
        this.lookup = lookup;
        this.safe = safe;
        lookups.allowCoreThreadTimeOut(true);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = lookedUp(() -> lookup.addresses(host));
        if (all.length == 0) {
            throw new UnknownHostException(host);
        }
        if (named.contains(host)) {
            return all;
        }
        InetAddress[] reachable = Arrays.stream(all).filter(safe).toArray(InetAddress[]::new);
        if (reachable.length == 0) {
            throw new Unsafe(all[0]);
        }
        return reachable;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] lookedUp(Callable<InetAddress[]> work) throws UnknownHostException {
        Future<InetAddress[]> found = lookups.submit(work);
        try {
            return found.get(LOOKUP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw unknown(e);
        } catch (TimeoutException | CancellationException e) {
            throw unknown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(e);
        } finally {
            found.cancel(true);
        }
    }

    private static UnknownHostException unknown(Exception cause) {
        UnknownHostException unknown = new UnknownHostException("no address");
        unknown.initCause(cause);
        return unknown;
    }

    /** Whether an address is one of the public internet, by IANA's registries of special addresses. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic4(bytes, 0);
        }
        if (startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0)) {
            // What a network without IPv4 reaches it by.
            return isPublic4(bytes, 12);
        }
        boolean global = (bytes[0] & 0xE0) == 0x20;
        boolean special = startsWith(bytes, 0x20, 0x01, 0x0D, 0xB8) || startsWith(bytes, 0x20, 0x02)
                || (startsWith(bytes, 0x20, 0x01) && (bytes[2] & 0xFE) == 0) || startsWith(bytes, 0x3F, 0xFF);
        return global && !special;
    }

    private static boolean isPublic4(byte[] bytes, int from) {
        int a = bytes[from] & 0xFF;
        int b = bytes[from + 1] & 0xFF;
        int c = bytes[from + 2] & 0xFF;
        return switch (a) {
            case 0, 10, 127 -> false;
            case 100 -> (b & 0xC0) != 64;
            case 169 -> b != 254;
            case 172 -> (b & 0xF0) != 16;
            case 192 -> b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99);
            case 198 -> (b & 0xFE) != 18 && !(b == 51 && c == 100);
            case 203 -> !(b == 0 && c == 113);
            default -> a < 224;
        };
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }
}
