package news.dateline.enrich.entity;

import java.util.List;
import java.util.Optional;
import news.dateline.contract.Entity;
import news.dateline.contract.TextPart;

/** What is recognised in an English text, as short lines: kind, name, id. */
final class Recognized {
    static final EntityRecognizer RECOGNIZER = new EntityRecognizer();

    private Recognized() {
    }

    static List<String> in(String text) {
        return in("", text);
    }

    static List<String> in(String headline, String text) {
        return lines(RECOGNIZER.recognize(headline, TextPart.BODY, text, Optional.of("en")));
    }

    static List<String> ids(String text) {
        return RECOGNIZER.recognize("", TextPart.BODY, text, Optional.of("en")).entities().stream().map(Entity::id)
                .flatMap(Optional::stream).toList();
    }

    static List<String> lines(NamedEntities named) {
        return named.entities().stream()
                .map(entity -> entity.kind().word() + " " + entity.name() + entity.id().map(id -> " " + id).orElse(""))
                .toList();
    }
}
