package org.imodel4j.geometry.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Results of an analysis at the vertices of a mesh.
 *
 * @param indices one for each index of a point, in the same convention
 */
public record PolyfaceAuxData(List<Channel> channels, IntList indices) {
    public PolyfaceAuxData {
        channels = List.copyOf(channels);
    }

    /**
     * One kind of results.
     *
     * @param dataType 0 scalar by distance, 1 scalar, 2 covariant vector, 3 displacement, 4 normal
     * @param inputName of what the data depend on, such as the time
     */
    public record Channel(
            int dataType, @Nullable String name, @Nullable String inputName, List<Data> data) {
        public Channel {
            data = List.copyOf(data);
        }
    }

    /** The results for one input. */
    public record Data(double input, DoubleList values) {}
}
