package org.imodel4j.bis.geometry;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** The failures for streams that can not be read. */
final class Damaged {
    private Damaged() {}

    static IModelException stream(String what) {
        return new IModelException(Status.READ_ERROR, "the geometry stream is damaged").with("what", what);
    }
}
