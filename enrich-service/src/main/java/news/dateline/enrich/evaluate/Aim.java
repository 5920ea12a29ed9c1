package news.dateline.enrich.evaluate;

import java.util.Locale;

/** What a figure should reach. */
public sealed interface Aim {
    boolean isMetBy(double value);

    /** The aim as people read it, such as "≥ .900". */
    String text();

    /** The more, the better. */
    record AtLeast(double least) implements Aim {
        @Override
        public boolean isMetBy(double value) {
            return value >= least;
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "≥ %.3f", least);
        }
    }

    /** The less, the better. */
    record AtMost(double most) implements Aim {
        @Override
        public boolean isMetBy(double value) {
            return value <= most;
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "≤ %.3f", most);
        }
    }
}
