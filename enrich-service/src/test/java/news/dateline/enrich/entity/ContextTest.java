package news.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that stand for several things are told apart by the rest of the article. */
class ContextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "GE | Crowds gathered in Georgia again as the parliament in Tbilisi took up the law.",
            "GE | Armenia, Azerbaijan and Georgia share a railway.",
            "US-GA | Polls in Georgia opened late, the county clerk in Atlanta said.",
            "US-GA | A judge in Savannah, Georgia, has halted the sale.",
            "JO | Jordan closed its border crossing after talks in Amman.",
            "JO | Aid trucks left Jordan for Syria on Monday.",
            "TD | Soldiers from Chad crossed into Cameroon, where Boko Haram had struck.",
            "TD | In Chad, the army said the rebels had come from Libya.",
            "TR | Turkey raised its interest rate as the lira fell.",
            "TR | Turkey and Greece will talk about the islands, Ankara said.",
            "cik:320193 | Apple has put back the launch of its new iPhone.",
            "cik:320193 | Shares in Apple rose by two percent.",
            "cik:1018724 | Amazon will open two more warehouses and hire drivers.",
            "cik:1018724 | He ordered it from Amazon in the morning.",
            "BR:amazonia | Fires in the Amazon have doubled, satellite pictures of the rainforest show.",
            "BR:amazonia | Loggers have moved deeper into the Amazon.",
            "US-DC | Washington has warned Beijing over the new islands.",
            "US-WA | Ferries in Washington were held in Seattle and Tacoma by the storm.",
            "US-WA | Snow fell across Washington state.",
            "GN | Guinea will sell its bauxite abroad, the junta in Conakry said.",
            "LB | Lebanon has had no president for a year; Hezbollah blocks the vote in Beirut.",
            "FR:paris | The mayor of Paris wants fewer cars along the Seine.",
            "CL | Chile votes on Sunday.",
            "US-CA:san-jose | The start-up from San Jose in Silicon Valley has raised money.",
            "GB:birmingham | Birmingham has switched off half of its street lamps.",
            "US-AL:birmingham | A church in Birmingham, the oldest in Alabama, burned down.",
            "cik:37996 | Ford will build the truck at a plant near Dearborn.",
            "cik:27419 | Target and Walmart have shut stores early.",
            "cik:320193 | The price of the Apple MacBook fell, and shares with it.",
            "cik:63908 | McDonald's has shut forty kitchens.",
            "cik:1467858 | GM will close the plant near Detroit.",
            "CA:halifax | Snow fell on Halifax and all of Nova Scotia.",
            "GB:york | Trains to York were late."})
    void linksTheSenseThatTheRestOfTheArticleSpeaksFor(String id, String text) {
        assertThat(Recognized.ids(text)).contains(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "GE | Republicans in Georgia chose a new governor in Atlanta.",
            "US-GA | Voters in Georgia turned to Tbilisi for an answer.",
            "JO | Jordan scored 40 points as the Bulls won again in the NBA.",
            "JO | Jordan Vell opened the new pool on Friday.",
            "JO | Michael Jordan sold his house.",
            "TD | Chad, her husband, repairs the boat on weekends.",
            "TD | Chad Morrow rowed across the lake in nine hours.",
            "TR | Turkey tastes best with gravy and stuffing, the cook said of the roast.",
            "TR | Turkey sandwiches were handed out at the station with leftovers.",
            "cik:320193 | Apple pie needs cinnamon and a good crust.",
            "cik:320193 | Apple trees in the orchard are in bloom, and the cider is sold out.",
            "cik:1018724 | Deforestation in the Amazon fell, and the tribes along the river returned.",
            "BR:amazonia | Amazon raised the price of Prime.",
            "US-DC | Denzel Washington plays the captain.",
            "US-DC | Washington is the actor’s best film, wrote one fan of Denzel Washington.",
            "GN | Guinea pigs need hay.",
            "LB | Lebanon, Tennessee, has a new bridge; the county paid for it, Tennessee helped.",
            "FR:paris | Paris Hilton has opened a hotel.",
            "CL | Chile peppers and oil go into the sauce.",
            "US-TX:houston | Whitney Houston sang it first.",
            "GB:manchester | Manchester, New Hampshire, woke up to snow.",
            "cik:37996 | Harrison Ford broke an ankle.",
            "cik:27419 | Target dates were missed twice.",
            "US-AZ:phoenix | Joaquin Phoenix won again.",
            "GB:york | The Duke of York opened the quay.",
            "GB:cambridge | The Duchess of Cambridge wrote to Kate.",
            "cik:63908 | The lamp was bought by McDonald last year.",
            "person:rupert-murdoch | The chairman, Murdoch Vell, agreed.",
            "org:aam-aadmi-party | The Australian photographer of AAP was there.",
            "cik:1467858 | The Bulls GM wants a new coach before the draft.",
            "CA:halifax | House prices rose, says Halifax, the mortgage lender."})
    void doesNotLinkASenseThatTheRestSpeaksAgainst(String id, String text) {
        assertThat(Recognized.ids(text)).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Georgia won by three.", "Jordan was late."})
    void saysNothingWhereNothingTells(String text) {
        assertThat(Recognized.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "The South American leaders met.", "A ship sank in the Indian Ocean.", "She reached the US Open final.",
            "The West Indian bowler was out.", "They watched American Idol.", "He wore Air Jordans."})
    void knowsPhrasesThatNameNoCountry(String text) {
        assertThat(Recognized.in(text)).isEmpty();
    }
}
