package news.dateline.chassis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a service's settings from environment variables, once, and reports all problems together. */
public final class Settings {
    private static final Setting<Integer> PARTITIONS = Setting.number("DATELINE_PARTITIONS", 4, 1, 10_000,
            "partitions of each topic of articles when it is created; the same for every service");

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    private Settings(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Makes a settings record.
     *
     * @param prefix of the service's own variables; one that is in no row of the table is a problem, not a typo unseen
     * @param table  every setting of the service
     * @param maker  takes each value with {@link #value}
     * @throws InvalidSettings naming each variable, its value and the rule that it breaks
     */
    public static <S> S read(Map<String, String> variables, String prefix, List<Setting<?>> table,
            Function<Settings, S> maker) {
        Settings settings = new Settings(variables);
        List<String> known = table.stream().map(Setting::variable).toList();
        variables.keySet().stream().filter(name -> name.startsWith(prefix) && !known.contains(name)).sorted()
                .forEach(name -> settings.problems.add(name + " is no setting; known are " + String.join(", ", known)));
        table.forEach(settings::check);
        settings.check(PARTITIONS);
        TraceTarget.TABLE.forEach(settings::check);
        settings.problems.addAll(KafkaProperties.problems(settings.kafka()));
        if (!settings.problems.isEmpty()) {
            throw new InvalidSettings(settings.problems);
        }
        return maker.apply(settings);
    }

    /** The value of a setting of the table. */
    public <T> T value(Setting<T> setting) {
        return setting.reader().apply(text(setting)).orElseThrow();
    }

    /** The properties for Kafka clients. */
    public Map<String, String> kafka() {
        return KafkaProperties.of(variables);
    }

    /** How many partitions a topic of articles is created with. */
    public int partitions() {
        return value(PARTITIONS);
    }

    /** Where spans are sent. */
    public TraceTarget traces() {
        return new TraceTarget(value(TraceTarget.ENDPOINT), value(TraceTarget.HEADERS), value(TraceTarget.SHARE));
    }

    private String text(Setting<?> setting) {
        return variables.getOrDefault(setting.variable(), setting.standard());
    }

    private void check(Setting<?> setting) {
        String why = "";
        try {
            if (setting.reader().apply(text(setting)).isPresent()) {
                return;
            }
        } catch (IllegalArgumentException e) {
            why = ": " + e.getMessage();
        }
        problems.add(setting.variable() + (setting.secret() ? "" : "='" + text(setting) + "'") + " must be "
                + setting.rule() + why + " (" + setting.meaning() + ")");
    }
}
