package org.imodel4j.imodel;

import java.util.Arrays;
import java.util.List;
import org.imodel4j.bis.Fonts.Font;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.imodel4j.sqlite.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Gives numbers to font families, by which texts name them ({@code dgn_Font}), and embeds fonts. Used by the owner of the transaction;
 * changes become permanent when that is saved. Names are equal without regard to case of ASCII letters.
 */
public final class FontWriter {
    private static final String SELECT = "SELECT Id,Type,Name FROM dgn_Font WHERE ";

    private final WriterStatements statements;
    private final FilePropertyWriter properties;
    private final EmbeddedFonts embedded;

    public FontWriter(WriteTransaction transaction) {
        this(new WriterStatements(transaction));
    }

    FontWriter(WriterStatements statements) {
        this.statements = statements;
        this.properties = new FilePropertyWriter(statements);
        this.embedded = new EmbeddedFonts(statements);
    }

    /** The embedded fonts as they are now, with what is not saved yet. */
    public EmbeddedFonts embedded() {
        return embedded;
    }

    /**
     * The number of a font family, given to it now if it had none: one more than the highest so far.
     *
     * @throws IModelException BadArg for a name with the character 0
     */
    public long acquireId(FontType type, String name) {
        if (name.indexOf('\0') >= 0) {
            throw new IModelException(Status.BAD_ARG, "The name of a font has a character that ends texts");
        }
        Font known = tryFind(type, name);
        if (known != null) {
            return known.id();
        }
        statements.change("INSERT INTO dgn_Font(Id,Type,Name) SELECT coalesce(max(Id),0)+1,?,? FROM dgn_Font", row -> {
            row.bindLong(1, type.number());
            row.bindText(2, name);
        });
        Font added = tryFind(type, name);
        if (added == null) {
            throw new IModelException(Status.BE_SQLITE_INTERNAL, "The font is not there").with("name", name);
        }
        return added.id();
    }

    /** The font family of that number; null when there is none. */
    public @Nullable Font tryFind(long id) {
        return find(SELECT + "Id=?", row -> row.bindLong(1, id));
    }

    /** The font family; null when it has no number. */
    public @Nullable Font tryFind(FontType type, String name) {
        return find(SELECT + "Type=? AND Name=?", row -> {
            row.bindLong(1, type.number());
            row.bindText(2, name);
        });
    }

    /** The font family of that name and of the first type that has one; null when none has. */
    public @Nullable Font tryFind(String name) {
        return find(SELECT + "Name=? ORDER BY Type LIMIT 1", row -> row.bindText(1, name));
    }

    private @Nullable Font find(String sql, WriterStatements.Bindings bindings) {
        return statements.<@Nullable Font>statements(cache -> {
            try (Lease lease = cache.acquire(sql)) {
                SqliteStatement row = lease.statement();
                bindings.bind(row);
                if (!row.step()) {
                    return null;
                }
                String name = row.columnText(2);
                return new Font(row.columnLong(0), (int) row.columnLong(1), name == null ? "" : name);
            }
        });
    }

    /**
     * Embeds the file of a font, unless the same faces with the same bytes are embedded already, and gives numbers to the families. The bytes are not
     * looked into; whether the licence of a font allows embedding is for the caller to know.
     *
     * @return the id of the embedded font
     * @throws IModelException BadArg without faces or bytes; else as {@link FilePropertyWriter#save}
     */
    public long embed(List<FontFace> faces, byte[] data) {
        if (faces.isEmpty() || data.length == 0) {
            throw new IModelException(Status.BAD_ARG, "A font to embed has faces and bytes");
        }
        for (FontFace face : faces) {
            acquireId(face.type(), face.familyName());
        }
        for (EmbeddedFonts.EmbeddedFont font : embedded.all()) {
            if (font.faces().equals(faces) && Arrays.equals(embedded.tryData(font.id()), data)) {
                return font.id();
            }
        }
        FileProperty free = EmbeddedFonts.property(
                Math.max(1, properties.properties().nextId(EmbeddedFonts.NAMESPACE, EmbeddedFonts.NAME)));
        properties.save(free, EmbeddedFonts.toText(faces), data);
        return free.id();
    }
}
