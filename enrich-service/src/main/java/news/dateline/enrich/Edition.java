package news.dateline.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.dateline.contract.Content;
import news.dateline.contract.Dateline;
import news.dateline.contract.RawArticle;
import news.dateline.enrich.section.Provenance;
import news.dateline.enrich.section.PublisherCountry;
import news.dateline.enrich.section.PublisherSite;

/** Which country is home for the readers of an article; what happens elsewhere is World to them. */
public sealed interface Edition {
    /** What {@link #read} takes, as it reads after "must be". */
    String RULE = "`publisher`, `none` or an ISO 3166-1 code of two letters such as GB";

    /** The ISO 3166-1 code of the country that is home; empty where it is not known. */
    Optional<String> country(RawArticle article);

    /**
     * What is known of an article beside its text, for readers of this edition.
     *
     * @param text the article's own words, to go by where it came as HTML
     * @param dateline as it was cut off its text
     */
    default Provenance provenance(RawArticle article, String text, Optional<Dateline> dateline) {
        List<String> declared = new ArrayList<>(article.declared().sections());
        declared.addAll(article.declared().keywords());
        boolean html = Content.isHtml(article.content().mediaType());
        List<String> received = new ArrayList<>(List.of(article.headline(), article.summary(),
                html ? text : article.content().text()));
        dateline.flatMap(Dateline::agency).ifPresent(received::add);
        return new Provenance(country(article), PublisherSite.of(article), declared, received);
    }

    /** Reads a setting; empty where it breaks the {@link #RULE}. */
    static Optional<Edition> read(String text) {
        String word = text.strip();
        if (word.equalsIgnoreCase("publisher")) {
            return Optional.of(new OfPublisher());
        }
        if (word.equalsIgnoreCase("none")) {
            return Optional.of(new OfNoCountry());
        }
        return Set.of(Locale.getISOCountries()).contains(word.toUpperCase(Locale.ROOT))
                ? Optional.of(new OfCountry(word.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Each publisher's own country, told by its site or, without one, by the article's address. */
    record OfPublisher() implements Edition {
        @Override
        public Optional<String> country(RawArticle article) {
            return article.source().url().flatMap(PublisherCountry::ofUrl)
                    .or(() -> article.url().flatMap(PublisherCountry::ofUrl));
        }
    }

    /** One country for all. */
    record OfCountry(String code) implements Edition {
        @Override
        public Optional<String> country(RawArticle article) {
            return Optional.of(code);
        }
    }

    /** No country is home: World is what the words alone tell. */
    record OfNoCountry() implements Edition {
        @Override
        public Optional<String> country(RawArticle article) {
            return Optional.empty();
        }
    }
}
