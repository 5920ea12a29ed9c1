package news.dateline.enrich.entity;

import news.dateline.contract.EntityKind;

/**
 * Tells the names of people and organisations that no gazetteer has, by the words in and beside them: a title, a given
 * name, an age, an ending such as University. Rather silent than wrong. For English sentences.
 */
final class NameRules {
    private static final int LONGEST_PERSON = 4;
    private static final int LONGEST_ORGANISATION = 8;
    private static final int LONGEST_PLACE = 3;
    private static final int MOST_PARTICLES = 3;

    /** "J.K." with its dots; more capitals are an acronym. */
    private static final int LONGEST_INITIALS = 4;

    /** Titles before a lone name that may as well be no title: "Major League", "General Election". */
    private static final WordSet WEAK_TITLES = WordSet
            .of("Major General Gen Speaker Coach Officer Chef Minister Secretary "
                    + "Attorney Commander Captain Cardinal Pastor Chairman Premier Lady Miss Representative Commissioner "
                    + "Superintendent Sgt Constable Inspector Ambassador Chancellor Lt Lord Justice Judge Bishop");

    private final Words words;
    private final NameTrie names;

    NameRules(Words words, NameTrie names) {
        this.words = words;
        this.names = names;
    }

    /** How many words of a person's name begin here, without the title; 0 where none does. */
    int person(int at) {
        if (!isNameLike(at) || isTitleOrRole(at) || (NameWords.STARTERS.contains(words.hash[at]) && !isTitled(at))) {
            return 0;
        }
        int length = personLength(at);
        boolean first = isGivenName(at) || (length > 2 && words.gap[at + 1] == Gap.HYPHEN && isGivenName(at + 1));
        if (isTitled(at)) {
            boolean alone = length == 1 && NameWords.NO_FAMILY_NAME.contains(words.hash[at]);
            return alone || (length == 1 && WEAK_TITLES.contains(words.hash[at - 1])) ? 0 : length;
        }
        if (length < 2) {
            return 0;
        }
        if (first || isAfterRole(at)) {
            return length;
        }
        return length <= 3 && (hasAge(at + length) || isFollowedByWho(at + length) || isSpeaker(at, length))
                ? length
                : 0;
    }

    /** In "Attorney General William Barr" and "Actor Tom Vell" the name begins further on. */
    private boolean isTitleOrRole(int at) {
        return at + 1 < words.size() && words.gap[at + 1] <= Gap.DOT && words.gap[at + 1] != Gap.HYPHEN
                && isNameLike(at + 1) && !isGivenName(at)
                && (NameWords.TITLES.contains(words.hash[at]) || WEAK_TITLES.contains(words.hash[at])
                        || NameWords.ROLES_IN_CAPITALS.contains(words.hash[at]));
    }

    private boolean isGivenName(int at) {
        return NameWords.GIVEN_NAMES.contains(words.hash[at]);
    }

    /** The same in a language without rules of its own: a given name, and a family name that the gazetteer has not. */
    int personByGivenName(int at) {
        if (!isGivenName(at) || !isNameLike(at) || NameWords.PARTICLES.contains(words.hash[at])) {
            return 0;
        }
        int length = personLength(at);
        boolean givenAlone = length == 2 && words.gap[at + 1] == Gap.HYPHEN;
        return length > 1 && !givenAlone ? length : 0;
    }

    /** Whether a royal title stands before the word, which is then part of the name. */
    boolean isRoyal(int at) {
        return at > 0 && words.gap[at] == Gap.BLANK && NameWords.ROYAL_TITLES.contains(words.hash[at - 1])
                && !NameWords.NO_FAMILY_NAME.contains(words.hash[at]) && isNameLike(at)
                && isGivenName(at);
    }

    boolean isTitled(int at) {
        return at > 0 && (words.gap[at] == Gap.BLANK || words.gap[at] == Gap.DOT)
                && !words.isPossessive(at - 1) && words.isUpper(at - 1)
                && NameWords.TITLES.contains(words.hash[at - 1]);
    }

    /** How many words of an organisation's name begin here; 0 where none does. */
    int organisation(int at) {
        if (!words.isUpper(at) || NameWords.STARTERS.contains(words.hash[at])) {
            return 0;
        }
        int end = at;
        int found = 0;
        boolean special = false;
        while (end < words.size() && end - at < LONGEST_ORGANISATION && (end == at || isPartOfRun(end))) {
            long word = words.hash[end];
            if (NameWords.ORGANISATION_HEADS.contains(word) && isWord(end + 1, NameWords.OF, NameWords.FOR)) {
                int after = behind(end + 2);
                return after == 0 ? found : after - at;
            }
            if (end > at && special && NameWords.ORGANISATION_ENDINGS.contains(word)) {
                found = end + 1 - at;
            }
            special |= !NameWords.COMMON_PARTS.contains(word) && !NameWords.TITLES.contains(word);
            end++;
        }
        return found;
    }

    /** How many words of a place begin here that is told by the country or state behind its comma: "in Vellmar, Norway". */
    int placeBeforeKnown(int at) {
        if (at == 0 || !isNameLike(at) || words.gap[at] != Gap.BLANK
                || !(NameWords.PLACE_PREPOSITIONS.contains(words.hash[at - 1]) || words.hash[at - 1] == NameWords.OF)) {
            return 0;
        }
        int end = at + 1;
        while (end < words.size() && end - at < LONGEST_PLACE && isPartOfRun(end) && isNameLike(end)) {
            end++;
        }
        return end < words.size() && words.gap[end] == Gap.COMMA && words.isUpper(end)
                && !words.isPossessive(end - 1) ? end - at : 0;
    }

    /** Whether the name that ends here goes on with a word in capitals that is neither a name nor a title of its own. */
    boolean goesOn(int end) {
        return end < words.size() && words.gap[end] == Gap.BLANK && words.isUpper(end)
                && !words.isPossessive(end - 1)
                && !NameWords.TITLES.contains(words.hash[end]) && !NameWords.STARTERS.contains(words.hash[end])
                && names.longest(words, end) == 0;
    }

    /** The word behind an opening bracket, where it is one in capitals and the bracket closes behind it; else 0. */
    int acronymBehind(int end, String text) {
        if (end >= words.size() || !words.isAllUpper(end)) {
            return 0;
        }
        int open = words.end[end - 1];
        int close = words.end[end];
        return words.start[end] == open + 2 && text.startsWith(" (", open) && text.startsWith(")", close) ? end : 0;
    }

    /** "the Duke of Vellmar": a title that names a place, where nobody need be. */
    boolean isSeat(int at) {
        return at > 1 && isWord(at - 1, NameWords.OF, NameWords.OF) && words.gap[at] == Gap.BLANK
                && NameWords.NOBLE_TITLES.contains(words.hash[at - 2]);
    }

    private int behind(int at) {
        int start = isWord(at, NameWords.THE, NameWords.THE) ? at + 1 : at;
        int end = start;
        while (end < words.size() && end - start < LONGEST_PERSON && words.isUpper(end) && isPartOfRun(end)
                && !NameWords.TITLES.contains(words.hash[end])) {
            end++;
        }
        boolean second = end > start && isWord(end, NameWords.AND, NameWords.AND) && end + 1 < words.size()
                && words.isUpper(end + 1) && words.gap[end + 1] == Gap.BLANK
                && names.longest(words, end + 1) == 0 && end + 2 <= words.size();
        return end == start ? 0 : second ? secondPart(end + 1) : end;
    }

    private int secondPart(int at) {
        int end = at;
        while (end < words.size() && end - at < LONGEST_PLACE && words.isUpper(end)
                && (end == at || isPartOfRun(end))) {
            end++;
        }
        return end;
    }

    private boolean isPartOfRun(int at) {
        return words.isJoined(at) && (words.isUpper(at) || isAmpersand(at))
                && !NameWords.STARTERS.contains(words.hash[at]);
    }

    private boolean isAmpersand(int at) {
        return words.length(at) == 1 && words.form[at] == 0 && at + 1 < words.size() && words.isUpper(at + 1);
    }

    private boolean isWord(int at, long one, long other) {
        return at < words.size() && words.gap[at] == Gap.BLANK && !words.isPossessive(at - 1)
                && (words.hash[at] == one || words.hash[at] == other);
    }

    private int personLength(int at) {
        int end = at + 1;
        while (end < words.size() && end - at < LONGEST_PERSON && words.isJoined(end)
                && !(end - at > 1 && beginsAnother(end))) {
            if (isFamilyName(end)) {
                end++;
            } else {
                int behind = behindParticles(end);
                if (behind == end) {
                    break;
                }
                end = behind;
            }
        }
        return end - at;
    }

    /** "Tom Vell-Anna Quarn": a hyphen between two people. */
    private boolean beginsAnother(int at) {
        return words.gap[at] == Gap.HYPHEN && isGivenName(at) && words.isJoined(at + 1) && isNameLike(at + 1);
    }

    /** The word behind "van der Moor"; the same word where no particles and family name begin there. */
    private int behindParticles(int at) {
        int end = at;
        while (end < words.size() && end - at < MOST_PARTICLES && words.isJoined(end)
                && NameWords.PARTICLES.contains(words.hash[end])) {
            end++;
        }
        return end > at && end < words.size() && words.isJoined(end) && isFamilyName(end) ? end + 1 : at;
    }

    private boolean isFamilyName(int at) {
        if (!isNameLike(at) || NameWords.NO_FAMILY_NAME.contains(words.hash[at])
                || NameWords.TITLES.contains(words.hash[at]) || NameWords.STARTERS.contains(words.hash[at])
                || NameWords.ORGANISATION_ENDINGS.contains(words.hash[at])) {
            return false;
        }
        int known = names.longest(words, at);
        return known == 0 || (known == 1 && isNameOfPeople(names.meaning(words, at, 1), at));
    }

    /** Berlin, Jordan and, behind a given name, Chubb are family names as well; Ukraine and the demonyms are not. */
    private boolean isNameOfPeople(Meaning meaning, int at) {
        return switch (meaning) {
            case Meaning.Ambiguous ambiguous -> true;
            case Meaning.Known known -> known.form() == Meaning.Form.GIVEN_NAME
                    || known.form() == Meaning.Form.POSSESSIVE
                    || (known.id().startsWith("cik:") && !words.isAllUpper(at) && isGivenName(at - 1))
                    || (known.form() == Meaning.Form.NAME && known.id().indexOf(':') > 0
                            && known.kind() == EntityKind.PLACE);
            case Meaning.Nothing nothing -> false;
        };
    }

    private boolean isNameLike(int at) {
        if (!words.isUpper(at) || words.isNumber(at)) {
            return false;
        }
        return !words.isAllUpper(at) || words.length(at) <= 2
                || (words.length(at) <= LONGEST_INITIALS && words.isInitials(at));
    }

    private boolean isAfterRole(int at) {
        return at > 0 && words.gap[at] == Gap.BLANK && NameWords.ROLES.contains(words.hash[at - 1]);
    }

    private boolean hasAge(int at) {
        return at + 1 < words.size() && words.gap[at] == Gap.COMMA && words.isNumber(at)
                && words.length(at) <= 3 && words.gap[at + 1] != Gap.BLANK;
    }

    private boolean isFollowedByWho(int at) {
        return at < words.size() && words.gap[at] == Gap.COMMA && words.hash[at] == NameWords.WHO;
    }

    private boolean isSpeaker(int at, int length) {
        return at > 0 && words.gap[at] == Gap.BLANK && words.hash[at - 1] == NameWords.SAID
                && at + length < words.size() && words.gap[at + length] == Gap.COMMA;
    }
}
