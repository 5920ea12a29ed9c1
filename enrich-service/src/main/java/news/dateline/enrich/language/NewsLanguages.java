package news.dateline.enrich.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The languages that news is told apart by: the model's ISO 639-3 codes with their BCP 47 tags. */
final class NewsLanguages {
    /**
     * Each line is a BCP 47 tag and the model's codes for it. The model knows some languages twice (Persian, Latvian,
     * Estonian), and several in which hardly any news is written (Latin, Volapük, Waray): those are left out, since
     * they mostly catch short English and Indonesian texts. Bosnian is left out too: in one sentence of five the model
     * takes Croatian for it. Norwegian is given as Bokmål or Nynorsk, never as the wider {@code no}.
     */
    private static final String TABLE = """
            af afr
            ar ara
            az aze
            be bel
            bg bul
            bn ben
            ca cat
            cs ces
            cy cym
            da dan
            de deu
            el ell
            en eng
            es spa
            et est ekk
            eu eus
            fa fas pes
            fi fin
            fr fra
            ga gle
            gl glg
            gu guj
            he heb
            hi hin
            hr hrv
            hu hun
            hy hye
            id ind
            is isl
            it ita
            ja jpn
            ka kat
            kk kaz
            kn kan
            ko kor
            ky kir
            lt lit
            lv lav lvs
            mk mkd
            ml mal
            mn mon
            mr mar
            ms msa
            mt mlt
            nb nob
            ne nep
            nl nld
            nn nno
            pa pan
            pl pol
            ps pus
            pt por
            ro ron
            ru rus
            si sin
            sk slk
            sl slv
            so som
            sq sqi
            sr srp
            sv swe
            sw swa
            ta tam
            te tel
            tg tgk
            th tha
            tl tgl
            tr tur
            uk ukr
            ur urd
            uz uzb
            vi vie
            zh cmn
            zu zul
            """;

    private static final Map<String, String> TAG_BY_MODEL_CODE = read();

    private NewsLanguages() {
    }

    /** The BCP 47 tag of a code of the model; empty when it is not among the languages told apart. */
    static Optional<String> tagOf(String modelCode) {
        return Optional.ofNullable(TAG_BY_MODEL_CODE.get(modelCode));
    }

    private static Map<String, String> read() {
        Map<String, String> tags = new HashMap<>();
        TABLE.lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                tags.put(words[i], words[0]);
            }
        });
        return Map.copyOf(tags);
    }
}
