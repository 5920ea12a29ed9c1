package news.dateline.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What became of each file of a push, said as soon as it is known, and of all of them together. */
final class FileOutcomes {
    private static final int SKIPPED_NAMED = 5;

    private final boolean json;
    private final boolean single;
    private long accepted;
    private long rejected;
    private long files;
    private long failed;
    private long skipped;

    /**
     * The outcomes of a push.
     *
     * @param single whether there is one file only, whose outcome is that of all
     */
    FileOutcomes(boolean json, boolean single) {
        this.json = json;
        this.single = single;
    }

    void pushed(String file, long taken, long refused) {
        files++;
        accepted += taken;
        rejected += refused;
        if (json) {
            line(file, "pushed", Map.of("accepted", taken, "rejected", refused));
        } else if (!single) {
            Console.line(Console.plain(file) + ": " + counts(taken, refused));
        }
    }

    /** All of it had its answer before. */
    void before(String file) {
        files++;
        if (json) {
            line(file, "pushed before", Map.of());
        } else {
            Console.line(Console.plain(file) + ": pushed before");
        }
    }

    /** What was taken of it before it failed counts. */
    void failed(String file, String why, long taken, long refused) {
        failed++;
        accepted += taken;
        rejected += refused;
        if (json) {
            line(file, "failed", Map.of("problem", why, "accepted", taken, "rejected", refused));
        } else {
            Console.error(file + ": " + why
                    + (taken + refused > 0 ? " (after " + counts(taken, refused) + ")" : ""));
        }
    }

    /** Files of a folder whose names tell no format. */
    void skipped(String folder, List<String> names) {
        skipped += names.size();
        if (json) {
            names.forEach(name -> line(name, "skipped", Map.of("problem", "its name tells no format")));
        } else if (!names.isEmpty()) {
            Console.error("skipped in " + folder + ", as their names tell no format: "
                    + String.join(", ", names.subList(0, Math.min(SKIPPED_NAMED, names.size())))
                    + (names.size() > SKIPPED_NAMED ? " and " + (names.size() - SKIPPED_NAMED) + " more" : ""));
        }
    }

    private static void line(String file, String outcome, Map<String, Object> more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file);
        line.put("outcome", outcome);
        line.putAll(new TreeMap<>(more));
        Console.raw(JsonMapper.shared().writeValueAsString(line));
    }

    private static String counts(long taken, long refused) {
        return "@|green " + taken + " accepted|@, "
                + (refused == 0 ? "0 rejected" : "@|red " + refused + " rejected|@");
    }

    void summarise() {
        if (!json) {
            Console.line("pushed " + (accepted + rejected) + ": " + counts(accepted, rejected)
                    + (single ? "" : " from " + files + (files == 1 ? " file" : " files"))
                    + (failed == 0 ? "" : ", @|red " + failed + " failed|@")
                    + (skipped == 0 ? "" : ", " + skipped + " skipped"));
        }
    }

    boolean isSuccess() {
        return rejected == 0 && failed == 0;
    }
}
