package org.imodel4j.ec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.imodel4j.ec.schema.StoredFile;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class SchemaChecksumTest {
    @ParameterizedTest
    @CsvSource({"all-types.bim, AllTypes", "building.bim, Bldg", "ecsql/types.bim, EcsqlTypes"})
    void theChecksumIsTheDigestOfTheExport(String file, String name) throws NoSuchAlgorithmException {
        byte[] exported = StoredFile.bytes("schemas/domain/exported/" + name + ".01.00.00.ecschema.xml");
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(exported));
        assertThat(SchemaChecksum.of(StoredFile.schemas(file).trySchema(name))).isEqualTo(digest);
    }
}
