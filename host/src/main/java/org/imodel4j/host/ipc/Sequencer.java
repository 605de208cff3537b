package org.imodel4j.host.ipc;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Brings the messages of a connection into the order of their numbers: those that came too early wait, those that came before are dropped.
 * A message that can not be read takes its place like any other, so that no flaw holds up what follows. Used by the thread that reads the
 * connection.
 */
final class Sequencer {
    private final IpcLimits limits;
    private final LongSupplier nanoClock;
    private final TreeMap<Long, Arrival> early = new TreeMap<>();
    private long last = -1;
    private long earlyBytes;
    private long gapSince;

    Sequencer(IpcLimits limits, LongSupplier nanoClock) {
        this.limits = limits;
        this.nanoClock = nanoClock;
    }

    /** What can be delivered now that this has arrived; a breach at the end when too much waits for too long. */
    List<Arrival> next(Arrival arrival) {
        long sequence = sequence(arrival);
        if (sequence == Arrival.UNNUMBERED) {
            return List.of(arrival);
        }
        if (sequence <= last) {
            return List.of();
        }
        if (sequence > last + 1) {
            return hold(sequence, arrival);
        }
        List<Arrival> ready = new ArrayList<>();
        ready.add(arrival);
        last = sequence;
        while (!early.isEmpty() && early.firstKey() == last + 1) {
            Arrival following = early.pollFirstEntry().getValue();
            earlyBytes -= bytes(following);
            ready.add(following);
            last++;
        }
        gapSince = nanoClock.getAsLong();
        return ready;
    }

    private List<Arrival> hold(long sequence, Arrival arrival) {
        long now = nanoClock.getAsLong();
        if (early.isEmpty()) {
            gapSince = now;
        }
        if (early.putIfAbsent(sequence, arrival) == null) {
            earlyBytes += bytes(arrival);
        }
        if (early.size() > limits.heldMessages()
                || earlyBytes > (long) limits.textBytes() + limits.binaryBytes()
                || now - gapSince > limits.gapTime().toNanos()) {
            early.clear();
            return List.of(new Arrival.Breach(IpcClose.protocol("message " + (last + 1) + " is missing")));
        }
        return List.of();
    }

    private static long sequence(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Whole whole -> whole.sequence();
            case Arrival.Flawed flawed -> flawed.sequence();
            case Arrival.Breach breach -> Arrival.UNNUMBERED;
        };
    }

    private static long bytes(Arrival arrival) {
        return arrival instanceof Arrival.Whole whole ? whole.bytes() : 0;
    }
}
