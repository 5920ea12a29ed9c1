package news.dateline.enrich.section;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import news.dateline.contract.Sha256;

/**
 * A section model as bytes: gzip of "DLSECT", the format's number, languages, sections, place names, features,
 * publishers' habits, a closing mark.
 *
 * <p>Hashes stand as differences from the one before, all columns one after the other, which is what gzip likes best.
 */
final class SectionModelFile {
    private static final byte[] MAGIC = {'D', 'L', 'S', 'E', 'C', 'T'};
    private static final int FORMAT = 4;
    private static final int END = 0x0D0A1A0A;
    private static final int MOST_SECTIONS = 1000;
    private static final int MOST_NAMES = 1_000_000;
    private static final int MOST_FEATURES = 20_000_000;

    private SectionModelFile() {
    }

    static void write(SectionModel model, OutputStream file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(file)))) {
            writePlain(model, out);
        }
    }

    static SectionModel read(InputStream file) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16))) {
            return readPlain(in);
        } catch (EOFException e) {
            throw new IOException("the section model is cut short", e);
        } catch (ZipException e) {
            throw new IOException("not a section model, or a damaged one", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("the section model contradicts itself", e);
        }
    }

    /** The first 8 hex digits of the SHA-256 of all that decides a label. */
    static String fingerprint(SectionModel model) {
        MessageDigest digest = Sha256.begin();
        try {
            writePlain(model, new DataOutputStream(new BufferedOutputStream(
                    new DigestOutputStream(OutputStream.nullOutputStream(), digest), 1 << 16)));
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writePlain(SectionModel model, DataOutputStream out) throws IOException {
        out.write(MAGIC);
        out.writeByte(FORMAT);
        out.writeByte(model.languages().size());
        for (String language : model.languages()) {
            out.writeUTF(language);
        }
        out.writeShort(model.sections().size());
        for (SectionDefinition section : model.sections()) {
            out.writeUTF(section.name());
            out.writeUTF(section.mediaTopic().orElse(""));
            out.writeFloat(section.bias());
            out.writeFloat(section.weightScale());
            out.writeDouble(section.calibration().slope());
            out.writeDouble(section.calibration().offset());
            out.writeDouble(section.threshold());
        }
        writeAbroad(model.abroadWeights(), out);
        SectionWeights weights = model.weights();
        out.writeInt(weights.size());
        writeHashes(weights.hashes(), out);
        out.write(weights.idfs());
        out.write(weights.weights());
        writeHabits(model.habits(), out);
        out.writeInt(END);
        out.flush();
    }

    private static void writeAbroad(AbroadWeights abroad, DataOutputStream out) throws IOException {
        writeFloats(abroad.weights(), out);
        PlaceNames names = abroad.names();
        out.writeByte(names.countries().size());
        for (String country : names.countries()) {
            out.writeUTF(country);
        }
        out.writeInt(names.hashes().length);
        writeHashes(names.hashes(), out);
        out.write(names.countryOfName());
    }

    private static AbroadWeights readAbroad(DataInputStream in, int sections) throws IOException {
        float[] weights = readFloats(in, Abroad.TRAITS * sections);
        List<String> countries = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            countries.add(in.readUTF());
        }
        int names = within(in.readInt(), 1, MOST_NAMES, "place names");
        return new AbroadWeights(new PlaceNames(countries, readHashes(in, names), readFully(in, names)), weights);
    }

    private static void writeHabits(PublisherHabits habits, DataOutputStream out) throws IOException {
        out.writeShort(habits.all().size());
        for (PublisherHabit habit : habits.all()) {
            out.writeUTF(habit.publisher());
            writeFloats(habit.constants(), out);
            writeFloats(habit.ofMargins(), out);
            writeFloats(habit.scales(), out);
            out.writeInt(habit.features().length);
            writeHashes(habit.features(), out);
            out.write(habit.weights());
            out.writeInt(habit.furniture().length);
            writeHashes(habit.furniture(), out);
            writeFloats(habit.ofFurniture(), out);
        }
    }

    private static PublisherHabits readHabits(DataInputStream in, int sections, int features) throws IOException {
        List<PublisherHabit> habits = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String publisher = in.readUTF();
            float[] constants = readFloats(in, sections);
            float[] ofMargins = readFloats(in, sections * sections);
            float[] scales = readFloats(in, sections);
            int words = within(in.readInt(), 0, features, "words of a publisher");
            int[] known = readHashes(in, words);
            byte[] weights = readFully(in, Math.multiplyExact(words, sections));
            int marks = within(in.readInt(), 0, MOST_NAMES, "marks of a publisher's furniture");
            int[] furniture = readHashes(in, marks);
            habits.add(new PublisherHabit(publisher, constants, ofMargins, scales, known, weights, furniture,
                    readFloats(in, Math.multiplyExact(marks, sections))));
        }
        return new PublisherHabits(habits);
    }

    private static void writeFloats(float[] values, DataOutputStream out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] readFloats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    /** Numbers, ascending. */
    private static void writeHashes(int[] hashes, DataOutputStream out) throws IOException {
        ByteBuffer differences = ByteBuffer.allocate(hashes.length * Integer.BYTES);
        int previous = 0;
        for (int hash : hashes) {
            differences.putInt(hash - previous);
            previous = hash;
        }
        out.write(differences.array());
    }

    private static int[] readHashes(DataInputStream in, int size) throws IOException {
        ByteBuffer differences = ByteBuffer.wrap(readFully(in, size * Integer.BYTES));
        int[] hashes = new int[size];
        int previous = 0;
        for (int i = 0; i < size; i++) {
            previous += differences.getInt();
            hashes[i] = previous;
        }
        return hashes;
    }

    private static SectionModel readPlain(DataInputStream in) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("not a section model");
        }
        int format = in.readUnsignedByte();
        if (format != FORMAT) {
            throw new IOException("section model of format " + format + "; this program reads format " + FORMAT);
        }
        Set<String> languages = new TreeSet<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            languages.add(in.readUTF());
        }
        int sectionCount = within(in.readUnsignedShort(), 1, MOST_SECTIONS, "sections");
        List<SectionDefinition> sections = readSections(in, sectionCount);
        AbroadWeights abroad = readAbroad(in, sectionCount);
        int features = within(in.readInt(), 1, MOST_FEATURES, "features");
        int[] hashes = readHashes(in, features);
        byte[] idfs = readFully(in, features);
        byte[] weights = readFully(in, Math.multiplyExact(features, sectionCount));
        PublisherHabits habits = readHabits(in, sectionCount, features);
        if (in.readInt() != END) {
            throw new IOException("the section model does not end where it should");
        }
        // Reading on to the end makes gzip check its own sum.
        if (in.read() != -1) {
            throw new IOException("the section model does not end where it should");
        }
        return new SectionModel(sections, new SectionWeights(hashes, idfs, weights), abroad, habits, languages);
    }

    private static List<SectionDefinition> readSections(DataInputStream in, int count) throws IOException {
        List<SectionDefinition> sections = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            String name = in.readUTF();
            String mediaTopic = in.readUTF();
            float bias = in.readFloat();
            float weightScale = in.readFloat();
            Calibration calibration = new Calibration(in.readDouble(), in.readDouble());
            sections.add(new SectionDefinition(name,
                    mediaTopic.isEmpty() ? Optional.empty() : Optional.of(mediaTopic), bias, weightScale, calibration,
                    in.readDouble()));
        }
        return sections;
    }

    private static int within(int count, int least, int most, String what) throws IOException {
        if (count < least || count > most) {
            throw new IOException("a section model cannot have " + count + " " + what);
        }
        return count;
    }

    private static byte[] readFully(DataInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
