package news.dateline.enrich.entity;

/** Words that tell a name from a sentence, a person from an organisation; English, as the rules are that use them. */
final class NameWords {
    static final WordSet GIVEN_NAMES = new WordSet(GazetteerFiles.lines("given-names.txt"));
    static final WordSet TITLES = new WordSet(GazetteerFiles.lines("titles.txt"));
    static final WordSet ROLES = new WordSet(GazetteerFiles.lines("roles.txt"));

    /** Roles that begin a sentence or a headline. */
    static final WordSet ROLES_IN_CAPITALS = new WordSet(GazetteerFiles.lines("roles.txt").stream()
            .map(role -> Character.toUpperCase(role.charAt(0)) + role.substring(1)).toList());

    /** Titles that stay a part of the name: "Pope Francis", "Queen Máxima". */
    static final WordSet ROYAL_TITLES = WordSet.of("King Queen Prince Princess Pope Emperor Duke Duchess Sheikh Saint");

    /** Titles that a place belongs to: "the Duke of York". */
    static final WordSet NOBLE_TITLES = WordSet.of("Duke Duchess Earl Countess Marquess Marquis Viscount Viscountess "
            + "Baron Baroness Prince Princess Archbishop");

    /** Given names of people far more than places, where another capital follows. */
    static final WordSet MOSTLY_PEOPLE = WordSet.of("Jordan Chad Chelsea Savannah Charlotte Florence Victoria Madison "
            + "Jackson Lincoln Carolina Brooklyn Israel Kenya Montgomery Sydney Austin Sofia Virginia");

    /** After these stands a place, or nobody. */
    static final WordSet PLACE_PREPOSITIONS = WordSet.of("in from to near outside across into around within throughout "
            + "at toward towards neighbouring neighboring northern southern eastern western central");
    static final WordSet DIRECTIONS = WordSet
            .of("North South East West Northern Southern Eastern Western Central Downtown "
                    + "Upper Lower Greater Inner Outer Old");
    static final long SAID = Words.hash("said");
    static final long WHO = Words.hash("who");
    static final long THE = Words.hash("the");
    static final long OF = Words.hash("of");
    static final long FOR = Words.hash("for");
    static final long AND = Words.hash("and");

    static final WordSet PARTICLES = WordSet.of("de da di del della dos du van von der den ter bin ibn al el la le");

    /** Last words of an organisation's name. */
    static final WordSet ORGANISATION_ENDINGS = WordSet.of("Inc Incorporated Corp Corporation Ltd Limited LLC PLC Plc "
            + "plc AG SA NV SpA GmbH Co Company Group Holdings University College Institute Ministry Department "
            + "Agency Association Council Committee Commission Party Bank Bancorp Court Hospital Foundation Union "
            + "Federation Club FC Authority Bureau Airlines Airways Motors Pharmaceuticals Therapeutics "
            + "Biosciences Partners Capital Records Studios Pictures Entertainment Museum Society "
            + "Parliament Assembly Senate Consortium Alliance Coalition Trust Laboratory Laboratories Academy "
            + "Archdiocese Diocese Orchestra Philharmonic Ventures Securities Insurance "
            + "Industries Systems Technologies Networks Semiconductor Pharma Biotech Observatory Police Army Navy "
            + "Guard Stores Supermarkets Confederation Organisation Organization Communications");

    /** First words of one, before "of" or "for". */
    static final WordSet ORGANISATION_HEADS = WordSet.of("University Ministry Department Bank Institute Court College "
            + "Council Church Museum School Board Bureau Association Academy Federation Society Union Party "
            + "Institutes Centers Centre Center Chamber Commission Committee Office Foundation Organisation "
            + "Organization Agency Secretariat League Coalition");

    /** Words of no one name in particular: they alone make no organisation. */
    static final WordSet COMMON_PARTS = WordSet.of("High Middle Primary Secondary Elementary New The Local National "
            + "State Federal Central Public Private General City County Regional District Supreme Appeals Criminal "
            + "Crown Civil Royal Medical Our Their His Her This That A An Big Great Good Best First Second Third Annual "
            + "Special Joint Select Standing Executive Global International Community Children's Women's");

    /** Words that begin a sentence, a headline or a list, and no name. */
    static final WordSet STARTERS = WordSet.of("The A An In On At By For From With And But Or If As It He She They We "
            + "You I His Her Their Our My Its This That These Those There Here When While Where Who What Why How After "
            + "Before Since During Despite Although Though Because Once Until Unless Also However Meanwhile Then Now "
            + "Today Yesterday Tomorrow Yet So Not No Yes Just Only Even Still Both Either Neither Some Many Most More "
            + "All Any Each Every Other Another Such Last Next First Second Former Late Mr New Is Are Was Were Be Been "
            + "Has Have Had Do Does Did Can Could Will Would Should May Might Must Let Get Watch Read See Said "
            + "According Under Over Between Against About Into Through Among Across Like Unlike Following Given "
            + "Earlier Later Instead Perhaps Maybe To Of Off Up Down Out Back Via Per Than Too Very Well Please "
            + "January February March April June July August September October November December Monday Tuesday "
            + "Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec COVID Covid "
            + "Coronavirus Breaking Update Exclusive Opinion Analysis Video Live Photo Photos Image Editor's Note");

    /** Words in capitals after a given name that are no family name. */
    static final WordSet NO_FAMILY_NAME = WordSet.of("Street Avenue Road Lane County Park Garden Gardens Square River "
            + "Lake Beach Island Islands Valley Mountain Mountains Airport Station Bridge Tower House Hall Palace "
            + "Castle Cathedral Stadium Arena Centre Center Building Award Awards Prize Cup Trophy Day Week Month Year "
            + "Night Festival Show Series Season Episode Act Bill Law Report Review News Times Post Herald Tribune "
            + "Telegraph Journal Guardian Magazine Books Press Online TV Radio Police Mayor Governor Gov Rep Sen "
            + "President Minister Prime Chancellor Secretary Senator Republicans Republican Democrats Democrat "
            + "Democratic Labour Conservative Conservatives Foreign Defense Defence Health Finance Interior Supreme "
            + "High Court Attorney District Tech State University Fashion Marathon Olympics Games Open Masters "
            + "Championship League Derby Opera Ballet Symphony Harbour Harbor Bay Coast City Town Village Airlines "
            + "Airways Power Energy Electric Gas Oil Bank Financial Stock Exchange Club United Rovers Rangers Wanderers "
            + "Albion Hotspur Academy School College Hospital Medical Clinic Museum Gallery Zoo Hotel Casino Resort "
            + "Mall Market Inc Corp Ltd LLC January February March April May June July August September October "
            + "November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Is Was Are Has Had Have "
            + "Will Would Can Could Should Says Said Tells Told And Or But The In On At For With From To Of By As "
            + "After Before When While Why How Who What Where I You He She It We They My Your His Her Our Their Its "
            + "Not No Yes Just Now Then Here There This That These Those Thanks Thank Please COVID Covid "
            + "National Regional Director Editor Correspondent Reporter Producer Presenter Southern Northern Eastern "
            + "Western Facility Prison Jail Memorial Classic Speedway Motorsport Circus Cinema Concert Tribute Films "
            + "Falls Passage Observer Children Relief "
            + "Coronavirus Pandemic Movie Film Album Song Trailer Twitter Facebook Instagram");

    private static final WordSet ABBREVIATIONS = WordSet.of("St Ste Ft Mt Mr Mrs Ms Dr Prof Rev Hon Gov Sen Sens Rep "
            + "Reps Gen Lt Col Maj Sgt Capt Cmdr Adm Jr Sr Bros Inc Corp Co Ltd vs No Supt Det Insp Cllr Pte");

    private NameWords() {
    }

    static boolean isAbbreviation(long hash) {
        return ABBREVIATIONS.contains(hash);
    }
}
