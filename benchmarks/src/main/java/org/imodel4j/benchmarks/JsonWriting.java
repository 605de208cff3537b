package org.imodel4j.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.imodel4j.json.JsonWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The values that rows are made of, each written as JSON. A call must allocate nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonWriting {
    private final JsonWriter writer = new JsonWriter(1 << 16);
    private final byte[] name = JsonWriter.encodeName("codeValue");
    private final byte[] plainText = "name 4711 of PerfA1".getBytes(StandardCharsets.UTF_8);
    private final byte[] escapedText = "W\u00e4nde \"A\"\n\u20ac 12".getBytes(StandardCharsets.UTF_8);
    private final byte[] blob = {1, 2, 3, 4, 5, 6, 7, 8};
    private double number = 123.456789012345;
    private long id = 0x20000000123L;

    @Benchmark
    public long id() {
        writer.reset();
        return writer.hexId(id++).size();
    }

    @Benchmark
    public long integer() {
        writer.reset();
        return writer.value(id++).size();
    }

    @Benchmark
    public long realNumber() {
        writer.reset();
        number += 0.1;
        return writer.value(number).size();
    }

    @Benchmark
    public long plainText() {
        writer.reset();
        return writer.utf8String(plainText).size();
    }

    @Benchmark
    public long textWithEscapes() {
        writer.reset();
        return writer.utf8String(escapedText).size();
    }

    @Benchmark
    public long blob() {
        writer.reset();
        return writer.base64("encoding=base64;", blob).size();
    }

    @Benchmark
    public long smallObject() {
        writer.reset();
        writer.beginObject();
        writer.name(name).utf8String(plainText);
        writer.name(name).value(id++);
        writer.name(name).value(true);
        return writer.endObject().size();
    }
}
