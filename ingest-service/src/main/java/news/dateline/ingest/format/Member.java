package news.dateline.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A value within a JSON tree of another dialect.
 *
 * @param path where it stands, in the pusher's own words, such as {@code headlines[1].value}; empty at the top
 */
record Member(String path, JsonNode node) {
    /** The first of these members that is there and not null; only objects have any. */
    Optional<Member> at(String... names) {
        return Stream.of(names).filter(name -> node.path(name).isValueNode() || node.path(name).isContainer())
                .filter(name -> !node.path(name).isNull())
                .map(name -> new Member(path.isEmpty() ? name : path + "." + name, node.path(name))).findFirst();
    }

    /** The entries of a list; anything else is its own only entry. Null entries are none. */
    List<Member> entries() {
        if (!node.isArray()) {
            return List.of(this);
        }
        List<Member> entries = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            if (!node.get(i).isNull()) {
                entries.add(new Member(path + "[" + i + "]", node.get(i)));
            }
        }
        return entries;
    }

    /** The entries of what must be a list of objects. */
    List<Member> objects() {
        if (!node.isArray()) {
            throw new BrokenRule(path, "must be a list of objects");
        }
        List<Member> entries = bounded(entries());
        entries.stream().filter(entry -> !entry.node.isObject()).findFirst().ifPresent(entry -> {
            throw new BrokenRule(entry.path, "must be an object");
        });
        return entries;
    }

    List<Member> bounded(List<Member> entries) {
        if (entries.size() > FieldRules.LIST_MOST) {
            throw new BrokenRule(path, "must have no more than " + FieldRules.LIST_MOST + " entries");
        }
        return entries;
    }

    String text() {
        if (!node.isString()) {
            throw new BrokenRule(path, "must be text");
        }
        return node.stringValue();
    }

    Optional<String> text(int most) {
        return FieldRules.text(path, text(), most);
    }

    Optional<String> url() {
        return FieldRules.url(path, text());
    }

    Optional<String> language() {
        return FieldRules.language(path, text().replace('_', '-'));
    }

    /** A time as the world writes it, see {@link WorldTime}. */
    Optional<Instant> time(Instant receivedAt) {
        return FieldRules.time(path, WorldTime.withZone(text()), receivedAt);
    }
}
