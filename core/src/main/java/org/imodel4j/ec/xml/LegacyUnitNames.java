package org.imodel4j.ec.xml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * The names that units of the standard schema have in ECXML 3.1 and 3.0: {@code CUB.M/SEC} for {@code CUB_M_PER_SEC}. Observed with
 * version 5.7.3 of the reference, for each unit of Units 01.00.09; what is not listed has no old name.
 */
final class LegacyUnitNames {
    private static final String LIST = "unit-names.txt";

    private final Map<String, String> oldByName;
    private final Map<String, String> nameByOld = new HashMap<>();

    private LegacyUnitNames(Map<String, String> oldByName) {
        this.oldByName = oldByName;
        oldByName.forEach((name, old) -> nameByOld.put(old.toLowerCase(Locale.ROOT), name));
    }

    private static final class Loaded {
        static final LegacyUnitNames NAMES = new LegacyUnitNames(read());

        private Loaded() {}
    }

    /** The list is read at the first call. */
    static LegacyUnitNames standard() {
        return Loaded.NAMES;
    }

    /** The name in ECXML 3.1, null when it has none. */
    @Nullable
    String tryOld(String name) {
        return oldByName.get(name);
    }

    /** The name in the standard schema, found without regard to case; null when there is none. */
    @Nullable
    String tryName(String old) {
        return nameByOld.get(old.toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> read() {
        Map<String, String> names = new HashMap<>();
        try (InputStream in = LegacyUnitNames.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IModelException(Status.NOT_FOUND, "a part of the library is missing").with("file", LIST);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    int blank = line.indexOf(' ');
                    names.put(blank < 0 ? line : line.substring(0, blank), line.substring(blank + 1));
                }
            }
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "a part of the library can not be read", e);
        }
        return Collections.unmodifiableMap(names);
    }
}
