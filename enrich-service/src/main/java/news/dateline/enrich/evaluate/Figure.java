package news.dateline.enrich.evaluate;

import java.util.Objects;
import java.util.Optional;

/**
 * One measured quality figure, and what it should be.
 *
 * @param of what was measured, on which data: "sections, publishers held out: agency"
 * @param name of the figure: "macro-F1", "precision", "labels/article"
 * @param value as measured
 * @param aim what it should reach; absent for a figure that is only shown
 * @param articles how many were measured
 */
public record Figure(String of, String name, double value, Optional<Aim> aim, int articles) {
    public Figure {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(aim, "aim");
    }

    public static Figure shown(String of, String name, double value, int articles) {
        return new Figure(of, name, value, Optional.empty(), articles);
    }

    public static Figure aimed(String of, String name, double value, Aim aim, int articles) {
        return new Figure(of, name, value, Optional.of(aim), articles);
    }

    /** False only where there is an aim and the value misses it. */
    public boolean isGoodEnough() {
        return aim.isEmpty() || aim.get().isMetBy(value);
    }
}
