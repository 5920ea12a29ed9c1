package news.dateline.enrich.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of authors out of a credit line. */
final class Bylines {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_NAME = 100;
    private static final Pattern BEGINNING = Pattern.compile(
            "^(?:(?:written|posted|reported|words|story|text|article|edited|published|submitted) )?(?:by|por|par|von|di|door|av|af)\\b:?\\s+"
                    + "|^(?:(?:author|autor|auteur|autore|автор|текст)s?|作者|文|記者|记者|撰文)\\s?[:：/／]\\s*|^بقلم\\s?:?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What stands behind the names: a role, a time, a place. */
    private static final Pattern END = Pattern.compile(
            "\\s*(?:\\||•|·|—|\\bon (?=\\p{L}*\\.? ?\\d)|\\b(?:published|updated|contributor|před|vor|il y a|hace)\\b|"
                    + "\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\.? \\d|\\d|@|(?:기자|記者|记者)$|\\bedited by\\b).*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:,|،|、|;|&|\\band\\b|\\bund\\b|\\bet\\b)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("(?i)^(?:https?:|www\\.|/|#).*|.*\\S@\\S.*");
    private static final Pattern TITLE = Pattern
            .compile("(?i)(?:jr|sr|ii|iii|md|phd|ph\\.d|m\\.d|esq|inc|llc|ltd)\\.?");

    private Bylines() {
    }

    /** The names of a field that has names alone; a web address is none. */
    static List<String> names(String field) {
        String name = PageFields.line(field);
        return name.isEmpty() || name.length() > LONGEST_LINE || ADDRESS.matcher(name).matches()
                ? List.of()
                : List.of(BEGINNING.matcher(name).replaceFirst(""));
    }

    /** The names of a line that readers see, such as "By Ada Quill and Bo Lind | 3 May". */
    static List<String> ofLine(String line) {
        String text = PageFields.line(line);
        if (text.isEmpty() || text.length() > LONGEST_LINE) {
            return List.of();
        }
        String names = END.matcher(BEGINNING.matcher(text).replaceFirst("")).replaceFirst("");
        return Stream.of(BETWEEN.split(names)).map(String::strip)
                .filter(name -> name.length() > 1 && name.length() <= LONGEST_NAME)
                .filter(name -> !ADDRESS.matcher(name).matches() && !TITLE.matcher(name).matches())
                .filter(name -> name.codePoints().anyMatch(Character::isLetter))
                .filter(name -> !name.toLowerCase(Locale.ROOT).contains("view all") && name.split(" ").length <= 6)
                .distinct().limit(10).toList();
    }
}
