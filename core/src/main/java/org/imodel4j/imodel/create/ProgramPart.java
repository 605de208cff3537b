package org.imodel4j.imodel.create;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/** What new files are made from and the program brings with it. */
final class ProgramPart {
    private ProgramPart() {}

    /**
     * The bytes of a resource beside this class.
     *
     * @throws IModelException FileNotFound when the program is not whole
     */
    static byte[] bytes(String resource) {
        try (InputStream in = ProgramPart.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw missing(resource, null);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw missing(resource, e);
        }
    }

    /** As {@link #bytes}, of UTF-8. */
    static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    private static IModelException missing(String resource, @Nullable Throwable cause) {
        return new IModelException(Status.FILE_NOT_FOUND, "A part of the program is missing", cause)
                .with("resource", resource);
    }
}
