package news.dateline.enrich.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Headline, bylines and time as readers see them, where a page says them to readers alone. */
final class PageMarkup {
    private static final String BYLINE = "[rel=author], [itemprop=author], .byline, .author, .author-name, .byline-name, "
            + ".article-author, .post-author, .entry-author, .byline__name, .article__author, .story-byline, .p-author, .autor, .auteur, .autore, "
            + "#byline, #author, [class*=byline], [class*=Byline], [class*=author__name], [class*=authorName]";
    private static final String DATED = "time[pubdate], time.published, time.entry-date, [class*=publish] time, article time, "
            + "header time, time, [class*=publishdate], [class*=pubdate], [class*=published], [class*=post-date], "
            + "[class*=entry-date], [class*=article-date], [class*=article__date], [class*=timestamp], [class*=dateline], "
            + "[class*=datetime], .date, [class*=date]";
    private static final Pattern DAY_IN_ADDRESS = Pattern
            .compile("/((?:19|20)\\d{2})[/-](\\d{1,2})[/-](\\d{1,2})(?:/|-|$)");
    private static final Duration SAME_DAY = Duration.ofHours(36);
    private static final int MOST_TRIED = 40;

    private PageMarkup() {
    }

    /** The fields with what they lack. */
    static PageFields fill(PageFields said, Document page) {
        return new PageFields(said.headline().isEmpty() ? PageHeadline.of(page, said.siteName()) : said.headline(),
                said.bylines().isEmpty() ? bylines(page) : said.bylines(),
                said.publishedAt().or(() -> time(page, said.url().orElse(page.location()))), said.updatedAt(),
                said.language(), said.url(), said.siteName());
    }

    private static List<String> bylines(Document page) {
        return own(page, BYLINE).map(element -> Bylines.ofLine(PageFields.shortText(element)))
                .filter(names -> !names.isEmpty()).findFirst().orElse(List.of());
    }

    /** The day that stands in the address, with the time of it that stands on the page; other times may be other articles'. */
    private static Optional<Instant> time(Document page, String address) {
        List<Instant> times = own(page, DATED).flatMap(element -> PageTime.read(PageFields.value(element)).stream())
                .toList();
        Matcher day = DAY_IN_ADDRESS.matcher(address);
        Optional<Instant> dated = day.find()
                ? PageTime.read(day.group(1) + "-" + day.group(2) + "-" + day.group(3))
                : Optional.empty();
        return dated.isEmpty()
                ? times.stream().findFirst()
                : times.stream().filter(time -> Duration.between(dated.get(), time).abs().compareTo(SAME_DAY) < 0)
                        .findFirst().or(() -> dated);
    }

    /** The elements that are not those of another article or of a comment. */
    private static Stream<Element> own(Document page, String selector) {
        return page.select(selector).stream().limit(MOST_TRIED)
                .filter(element -> element.parents().stream().noneMatch(PageMarkup::isElsewhere));
    }

    private static boolean isElsewhere(Element element) {
        String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
        return names.contains("comment") || names.contains("related") || element.normalName().equals("footer")
                || element.normalName().equals("aside");
    }
}
