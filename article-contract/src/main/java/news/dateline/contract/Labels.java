package news.dateline.contract;

import java.util.List;
import java.util.Optional;

/**
 * What Dateline says of an article, each label with its origin.
 *
 * @param language       ISO 639-1 code where there is one: detected, else the declared one; absent when unknown
 * @param sections       highest score first
 * @param sectionOutcome why there are sections, or none
 * @param sectionModel   version of the model that scored them
 * @param tags           in order of rule id
 */
public record Labels(Optional<String> language, List<SectionLabel> sections, SectionOutcome sectionOutcome,
        String sectionModel, List<TagLabel> tags) {
    public Labels {
        language = Absent.value(language);
        sections = Absent.list(sections);
        sectionOutcome = Absent.required(sectionOutcome, "sectionOutcome");
        sectionModel = Absent.text(sectionModel);
        tags = Absent.list(tags);
    }
}
