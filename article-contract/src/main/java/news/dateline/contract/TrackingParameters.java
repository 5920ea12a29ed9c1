package news.dateline.contract;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Query parameters that say where a reader came from, or in which form the page is shown, never which article it is.
 *
 * <p>A name stands here only if no publisher is known to tell articles apart by it: a parameter too many costs a
 * duplicate, which its text still gives away; one too few would make two articles one.
 */
final class TrackingParameters {
    private static final List<String> PREFIXES = List.of("utm_", "at_", "hsa_", "pk_", "piwik_", "mtm_", "matomo_",
            "amp_", "gaa_", "guce_", "fb_action_", "vero_", "oly_", "trk_", "_hs");

    private static final Set<String> NAMES = Set.of(
            // Click ids of advertising networks.
            "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
            "li_fat_id", "epik", "ef_id", "s_kwcid", "rb_clickid", "irclickid", "wickedid", "_openstat",
            // Social networks and messengers.
            "igshid", "igsh", "mibextid", "sfnsn", "__tn__", "__twitter_impression", "fb_ref", "fb_source", "ref_src",
            "ref_url", "isappinstalled", "soc_src", "soc_trk", "smid", "smtyp", "smcid",
            // Newsletters and analytics.
            "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl", "_ke", "ml_subscriber", "ml_subscriber_hash", "bxid", "cndid",
            "esrc", "spm", "xtor", "wt_mc", "wt.mc_id", "wt_zmc", "wtrid", "s_cid", "cmpid", "cmp", "icid", "intcmp",
            "intcid", "ncid", "ocid", "taid", "ftcamp", "ftag", "ito", "srnd", "sref", "tsrc", "mbid", "emc",
            "guccounter", "ns_campaign", "ns_mchannel", "ns_source", "ns_linkname", "ns_fee",
            // Access, session and form of the page.
            "unlocked_article_code", "phpsessid", "jsessionid", "amp", "_amp", "usqp", "outputtype");

    private static final Set<String> REFERRERS = Set.of("ref", "source", "src", "via", "partner", "from");
    private static final Set<String> FORMS = Set.of("view", "mode", "type", "format", "output", "platform");

    private TrackingParameters() {
    }

    /**
     * Whether a parameter says nothing of the article.
     *
     * @param parameter {@code name=value} or {@code name}
     */
    static boolean contains(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith)
                || (FORMS.contains(name) && value.equalsIgnoreCase("amp"))
                || (REFERRERS.contains(name) && namesNoArticle(value));
    }

    /** {@code ref=rss} is where the reader came from; {@code ref=20931} may be the article. */
    private static boolean namesNoArticle(String value) {
        return value.chars().noneMatch(Character::isDigit);
    }
}
