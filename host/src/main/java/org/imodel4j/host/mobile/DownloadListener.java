package org.imodel4j.host.mobile;

/** Is told of a download, in any thread: of its progress as often as the device likes, and once how it ended. */
public interface DownloadListener {
    /**
     * More has come.
     *
     * @param loaded bytes that have come
     * @param total bytes that will come; -1 when that is not known
     */
    void progress(long loaded, long total);

    /** The file is complete. */
    void completed();

    /** Somebody cancelled it. */
    void cancelled();

    /** It can not be completed; says why. */
    void failed(String why);
}
