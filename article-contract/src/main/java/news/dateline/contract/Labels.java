package news.dateline.contract;

import java.util.List;
import java.util.Optional;

/**
 * What Dateline says of an article, each label with its origin.
 *
 * @param language       ISO 639-1 code where there is one: detected, else the declared one; absent when unknown
 * @param languageOrigin which of the two it is
 * @param sections       highest score first
 * @param sectionOutcome why there are sections, or none
 * @param sectionModel   version of the model that scored them
 * @param tags           in order of rule id
 * @param entities       most named first
 * @param places         the main countries, highest share first
 */
public record Labels(Optional<String> language, LanguageOrigin languageOrigin, List<SectionLabel> sections,
        SectionOutcome sectionOutcome, String sectionModel, List<TagLabel> tags, List<Entity> entities,
        List<MainPlace> places) {
    public Labels {
        language = Absent.value(language);
        // Records from before this field do not say; nearly all languages were detected.
        languageOrigin = languageOrigin != null
                ? languageOrigin
                : language.isPresent() ? LanguageOrigin.DETECTED : LanguageOrigin.UNKNOWN;
        sections = Absent.list(sections);
        sectionOutcome = Absent.required(sectionOutcome, "sectionOutcome");
        sectionModel = Absent.text(sectionModel);
        tags = Absent.list(tags);
        entities = Absent.list(entities);
        places = Absent.list(places);
    }
}
