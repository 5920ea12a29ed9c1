package news.dateline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Resident memory of one process, from {@code /proc}.
 *
 * @param rssKb  VmRSS: all that is resident
 * @param peakKb VmHWM: the most that ever was
 * @param pssKb  Pss: what is shared counted by its share, so that a sum counts PostgreSQL's shared buffers once
 */
record ResidentMemory(String process, long rssKb, long peakKb, long pssKb) {
    /** The JVM of a pipeline, then every process of its PostgreSQL. */
    static List<ResidentMemory> of(DatelineUp pipeline) {
        List<ResidentMemory> all = new ArrayList<>();
        try {
            all.add(of("JVM", pipeline.pid()));
            String pid = Files.readAllLines(pipeline.folder().resolve("postgres/postmaster.pid")).getFirst().strip();
            ProcessHandle server = ProcessHandle.of(Long.parseLong(pid))
                    .orElseThrow(() -> new BenchmarkFailed("PostgreSQL is gone"));
            for (ProcessHandle process : Stream.concat(Stream.of(server), server.descendants()).toList()) {
                all.add(of(name(process.pid()), process.pid()));
            }
        } catch (IOException e) {
            throw new BenchmarkFailed("can't read /proc: " + e.getMessage(), e);
        }
        return all;
    }

    static ResidentMemory of(String name, long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        return new ResidentMemory(name, kb(process.resolve("status"), "VmRSS:"),
                kb(process.resolve("status"), "VmHWM:"), kb(process.resolve("smaps_rollup"), "Pss:"));
    }

    /** PostgreSQL's processes say in their command line what they do. */
    private static String name(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline")).replace('\0', ' ').strip();
        return line.startsWith("postgres:") ? line : "postgres";
    }

    private static long kb(Path file, String field) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).replace("kB", "").strip()).mapToLong(Long::parseLong)
                .findFirst().orElse(0);
    }
}
