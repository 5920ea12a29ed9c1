package news.dateline.enrich.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Made-up articles of six publishers about two sections, enough for a model that knows the one from the other. */
final class TinyNews {
    private static final List<String> GARDEN = List.of(
            "roses", "compost", "tulips", "pruning", "seedlings", "greenhouse", "hedges", "lawn", "bulbs", "soil");
    private static final List<String> CHESS = List.of(
            "gambit", "rook", "bishop", "endgame", "castling", "grandmaster", "pawns", "checkmate", "queen", "knight");
    private static final List<String> ANY = List.of(
            "the", "a", "with", "today", "people", "said", "new", "again", "many", "week");

    private TinyNews() {
    }

    static List<LabelledArticle> articles() {
        Random random = new Random(1);
        List<LabelledArticle> articles = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            boolean garden = i % 2 == 0;
            List<String> words = garden ? GARDEN : CHESS;
            articles.add(new LabelledArticle("made-up", "publisher" + i % 6 + ".example",
                    i < 180 ? "2024-01-05T00:00:00Z" : "2024-02-05T00:00:00Z",
                    sentence(words, 4, random), sentence(words, 20, random),
                    Set.of(garden ? "Garden" : "Chess"), Set.of()));
        }
        return articles;
    }

    private static String sentence(List<String> words, int length, Random random) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < length; i++) {
            List<String> from = random.nextInt(3) == 0 ? words : ANY;
            sentence.append(from.get(random.nextInt(from.size()))).append(' ');
        }
        return sentence.append(words.get(random.nextInt(words.size()))).toString();
    }
}
