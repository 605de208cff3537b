package org.imodel4j.bis;

import java.io.IOException;
import org.imodel4j.json.JsonWriter;

/** Takes each of many instances when it has just been written, before the next one is. */
public interface EachInstance {
    /** @param props has one object in memory */
    void accept(JsonWriter props) throws IOException;
}
