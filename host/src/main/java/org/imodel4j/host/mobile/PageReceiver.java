package org.imodel4j.host.mobile;

import org.imodel4j.host.ipc.IpcLimits;
import org.imodel4j.host.ipc.IpcReceiver;
import org.jspecify.annotations.Nullable;

/** Takes what comes over one connection of a page. */
final class PageReceiver implements IpcReceiver {
    private final Page page;
    private final Link link;
    private final MobileReader reader;
    private boolean broken;

    PageReceiver(Page page, Link link, IpcLimits limits) {
        this.page = page;
        this.link = link;
        this.reader = new MobileReader(limits);
    }

    @Override
    public void text(byte[] utf8) {
        if (!broken) {
            reader.text(utf8).forEach(this::take);
        }
    }

    @Override
    public void binary(byte[] bytes) {
        if (!broken) {
            take(reader.binary(bytes));
        }
    }

    private void take(@Nullable MobileArrival arrival) {
        switch (arrival) {
            case null -> {}
            case MobileArrival.Whole whole -> page.handle(whole.request(), link);
            case MobileArrival.Flawed flawed -> page.refuse(flawed, link);
            case MobileArrival.Breach breach -> {
                broken = true;
                link.transport().close(breach.reason());
            }
        }
    }

    @Override
    public void ended() {
        page.lost(link);
    }

    @Override
    public void whenReady(Runnable readOn) {
        page.inlet().whenReady(readOn);
    }
}
