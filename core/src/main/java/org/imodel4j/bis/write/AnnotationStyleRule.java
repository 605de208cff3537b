package org.imodel4j.bis.write;

import java.util.Set;

/**
 * The styles of annotations in BisCore. What they look like is no property that can be given: a new one has an empty description and empty
 * data, and an update keeps both.
 *
 * @param version of the data of such styles
 */
record AnnotationStyleRule(String className, int version) implements ElementRule {
    /**
     * A FlatBuffer of one table with two bytes, of which the first is not there:
     *
     * <pre>
     * 12 0 0 0   where the table is
     * 8 0 8 0    length of the table of fields, length of the table
     * 7 0 6 0    where in the table the fields are: version, unused
     * 8 0 0 0    from the table back to the table of fields
     * 0 0 0 v
     * </pre>
     */
    private static final byte[] EMPTY = {12, 0, 0, 0, 8, 0, 8, 0, 7, 0, 6, 0, 8, 0, 0, 0, 0, 0, 0, 0};

    @Override
    public Set<String> properties() {
        return Set.of("Description", "Data");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        byte[] empty = EMPTY.clone();
        empty[EMPTY.length - 1] = (byte) version;
        return new Work(tables.column("Description"), tables.column("Data"), empty);
    }

    private static final class Work implements ElementWork {
        private final int description;
        private final int data;
        private final byte[] empty;

        Work(int description, int data, byte[] empty) {
            this.description = description;
            this.data = data;
            this.empty = empty;
        }

        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            draft.row.setText(description, "");
            draft.row.setBlob(data, empty);
        }
    }
}
