package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.imodel4j.bis.Fonts.Font;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.WriteTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontWriterTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        file = DoctoredFile.copy("empty.bim", folder);
    }

    private void edit(Consumer<FontWriter> work) {
        try (WriteTransaction transaction = WriteTransaction.open(SqliteDrivers.best(), OpenRequest.readWrite(file))) {
            work.accept(new FontWriter(transaction));
            transaction.save();
        }
    }

    /** The numbers that iTwin.js 5.7.3 gave to the same families in this order. */
    @Test
    void familiesGetOneNumberEach() {
        edit(fonts -> {
            assertThat(fonts.acquireId(FontType.TRUE_TYPE, "Arial")).isEqualTo(1);
            assertThat(fonts.acquireId(FontType.TRUE_TYPE, "arial")).isEqualTo(1);
            assertThat(fonts.acquireId(FontType.RSC, "Arial")).isEqualTo(2);
            assertThat(fonts.acquireId(FontType.SHX, "Arial")).isEqualTo(3);
            assertThat(fonts.acquireId(FontType.SHX, "Foo")).isEqualTo(4);
            assertThat(fonts.acquireId(FontType.TRUE_TYPE, "Ärger")).isEqualTo(5);
            assertThat(fonts.acquireId(FontType.TRUE_TYPE, "ärger")).isEqualTo(6);
        });
        edit(fonts -> assertThat(fonts.acquireId(FontType.SHX, "foo")).isEqualTo(4));
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(db.fonts().all())
                    .startsWith(new Font(1, 1, "Arial"), new Font(2, 2, "Arial"), new Font(3, 3, "Arial"))
                    .hasSize(6);
        }
    }

    @Test
    void familiesAreFoundByNumberAndName() {
        edit(fonts -> {
            fonts.acquireId(FontType.SHX, "Both");
            fonts.acquireId(FontType.RSC, "Both");
            assertThat(fonts.tryFind("both")).isEqualTo(new Font(2, 2, "Both"));
            assertThat(fonts.tryFind(FontType.SHX, "BOTH")).isEqualTo(new Font(1, 3, "Both"));
            assertThat(fonts.tryFind(FontType.TRUE_TYPE, "Both")).isNull();
            assertThat(fonts.tryFind(1)).isEqualTo(new Font(1, 3, "Both"));
            assertThat(fonts.tryFind(99)).isNull();
            assertThat(fonts.tryFind("none")).isNull();
        });
    }

    @Test
    void nothingIsCutOffNames() {
        edit(fonts -> assertThatThrownBy(() -> fonts.acquireId(FontType.TRUE_TYPE, "a\0b"))
                .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                        .isEqualTo(Status.BAD_ARG.number())));
        assertThatThrownBy(() -> FontType.ofNumber(7)).isInstanceOf(IModelException.class);
        assertThat(FontType.ofNumber(3)).isEqualTo(FontType.SHX);
    }

    @Test
    void embeddedFontsAreStoredOnceAndTheirFamiliesGetNumbers() {
        List<FontFace> faces = List.of(
                FontFace.of(FontType.TRUE_TYPE, "Fam", FontFace.Style.REGULAR),
                new FontFace(FontType.TRUE_TYPE, "Fam", FontFace.Style.BOLDITALIC, 1, null));
        FontFace encoded = new FontFace(
                FontType.RSC,
                "Old",
                FontFace.Style.REGULAR,
                0,
                JsonObject.builder().put("codePage", 1252).build());
        byte[] data = new byte[5000];
        edit(fonts -> {
            assertThat(fonts.embed(faces, data)).isEqualTo(1);
            assertThat(fonts.embed(faces, data)).isEqualTo(1);
            assertThat(fonts.embed(List.of(encoded), new byte[] {1, 2})).isEqualTo(2);
            assertThat(fonts.embed(faces, new byte[] {3})).isEqualTo(3);
            assertThatThrownBy(() -> fonts.embed(List.of(), data)).isInstanceOf(IModelException.class);
            assertThatThrownBy(() -> fonts.embed(faces, new byte[0])).isInstanceOf(IModelException.class);
        });
        try (SnapshotDb db = SnapshotDb.open(file)) {
            assertThat(db.embeddedFonts().all())
                    .containsExactly(
                            new EmbeddedFonts.EmbeddedFont(1, faces),
                            new EmbeddedFonts.EmbeddedFont(2, List.of(encoded)),
                            new EmbeddedFonts.EmbeddedFont(3, faces));
            assertThat(db.embeddedFonts().tryData(1)).isEqualTo(data);
            assertThat(db.embeddedFonts().tryData(2)).containsExactly(1, 2);
            assertThat(db.embeddedFonts().tryData(9)).isNull();
            assertThat(db.fonts().all()).containsExactly(new Font(1, 1, "Fam"), new Font(2, 2, "Old"));
            assertThat(db.fileProperties().tryText(EmbeddedFonts.property(1)))
                    .isEqualTo("[{\"subId\":0,\"type\":1,\"familyName\":\"Fam\",\"faceName\":\"regular\"},"
                            + "{\"subId\":1,\"type\":1,\"familyName\":\"Fam\",\"faceName\":\"bolditalic\"}]");
        }
    }

    @Test
    void facesThatAreNoFacesAreDamage() {
        for (String text : new String[] {
            "{}",
            "[1]",
            "[{\"type\":1}]",
            "[{\"type\":9,\"familyName\":\"x\",\"faceName\":\"bold\"}]",
            "[{\"type\":1,\"familyName\":\"x\",\"faceName\":\"fat\"}]",
            "[",
            ""
        }) {
            DoctoredFile.change(
                    file,
                    "INSERT OR REPLACE INTO be_Prop(Namespace,Name,Id,SubId,TxnMode,StrData) VALUES('dgn_Font','EmbeddedFaceData',1,0,0,'"
                            + text + "')");
            try (SnapshotDb db = SnapshotDb.open(file)) {
                assertThatThrownBy(() -> db.embeddedFonts().all())
                        .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                                .isEqualTo(Status.BE_SQLITE_CORRUPT.number()));
            }
        }
    }
}
