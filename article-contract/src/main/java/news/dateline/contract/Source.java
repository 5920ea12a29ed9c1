package news.dateline.contract;

import java.util.Optional;

/** Who published an article: the name that people know and the address of its site; either may be absent. */
public record Source(String name, Optional<String> url) {
    public static final Source UNKNOWN = new Source("", Optional.empty());

    public Source {
        name = Absent.text(name);
        url = Absent.value(url);
    }
}
