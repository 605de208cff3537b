package org.imodel4j.imodel;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** The kinds of fonts, in the order in which a name without a kind is looked for. */
public enum FontType {
    TRUE_TYPE,
    /** Of MicroStation. */
    RSC,
    /** Of AutoCAD. */
    SHX;

    /** The number that files and JSON have for it. */
    public int number() {
        return ordinal() + 1;
    }

    /** @throws IModelException BadArg when no kind has that number */
    public static FontType ofNumber(int number) {
        if (number < 1 || number > values().length) {
            throw new IModelException(Status.BAD_ARG, "There is no font type of that number").with("number", number);
        }
        return values()[number - 1];
    }
}
