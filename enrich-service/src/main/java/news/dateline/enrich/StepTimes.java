package news.dateline.enrich;

import java.util.function.Supplier;

/** Takes the time of each pure step. */
public interface StepTimes {
    /** For those who don't ask. */
    StepTimes UNTAKEN = new StepTimes() {
        @Override
        public <T> T of(String step, Supplier<T> work) {
            return work.get();
        }
    };

    /** What the step's work gives; its time is taken on the way. */
    <T> T of(String step, Supplier<T> work);
}
