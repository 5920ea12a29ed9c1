package news.dateline.ingest.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the names of months begin with in the languages of news, in lower case. */
final class MonthWords {
    private static final List<List<String>> BEGINNINGS = Stream.of(
            "jan ene gen ján янв січ ιαν sty oca tammi", "feb fev fév фев лют φεβ lut şub helmi",
            "mar mär már maa мар бер μαρ μάρ", "apr avr abr ápr апр кві απρ kwi nis huhti",
            "may mai maj máj mag mei maí мая май тра μαι μαϊ μάι touko",
            "jun juin jún giu июн чер ιουν ιούν cze haz kesä",
            "jul juil júl lug июл лип ιουλ ιούλ lip tem heinä", "aug ago aoû aou ág авг сер αυγ αύγ sie ağu elo",
            "sep set sze сен вер σεπ wrz eyl syys", "oct okt out ott окт жов οκτ paź eki loka",
            "nov ноя лис νοε νοέ lis kas marras", "dec dez dic déc des дек гру δεκ gru ara joulu")
            .map(words -> List.of(words.split(" "))).toList();

    private MonthWords() {
    }

    /** The month whose beginning fits at most length: a Finnish November begins as March does elsewhere. */
    static Optional<Integer> month(String word) {
        int longest = 0;
        Optional<Integer> month = Optional.empty();
        for (int i = 0; i < BEGINNINGS.size(); i++) {
            for (String beginning : BEGINNINGS.get(i)) {
                if (beginning.length() > longest && word.startsWith(beginning)) {
                    longest = beginning.length();
                    month = Optional.of(i + 1);
                }
            }
        }
        return month;
    }
}
