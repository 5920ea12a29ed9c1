package news.dateline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Inputs for fuzz tests: the same ones each time, so that what is found can be found again. */
public final class Mutations {
    private static final byte[] TELLING = "<>&;\"'/]!-{}[]:,\\#0\0\n".getBytes(StandardCharsets.UTF_8);

    private Mutations() {
    }

    /** Each seed changed in some places, again and again: bytes set, copied elsewhere, left out, repeated. */
    public static void of(List<byte[]> seeds, int rounds, Consumer<byte[]> parser) {
        Random random = new Random(5);
        for (int round = 0; round < rounds; round++) {
            byte[] bytes = seeds.get(round % seeds.size()).clone();
            for (int change = random.nextInt(12); change >= 0 && bytes.length > 1; change--) {
                bytes = changed(bytes, random);
            }
            parser.accept(bytes);
        }
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(40), bytes.length - at);
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] = TELLING[random.nextInt(TELLING.length)];
            case 2 -> System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
            case 3 -> {
                byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
                System.arraycopy(bytes, at + length, shorter, at, shorter.length - at);
                return shorter;
            }
            default -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
                System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
                return longer;
            }
        }
        return bytes;
    }

    /** Real inputs, no longer than that; none where the folder is missing. */
    public static List<byte[]> files(Path folder, String end, int most) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end) && file.toFile().length() < most).sorted()
                    .map(Mutations::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time of this thread for one run; above a second, of another one if that took less: the first also compiles. */
    public static Duration cost(Runnable run) {
        Duration first = once(run);
        if (first.compareTo(Duration.ofSeconds(1)) < 0) {
            return first;
        }
        Duration second = once(run);
        return second.compareTo(first) < 0 ? second : first;
    }

    private static Duration once(Runnable run) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        run.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }
}
