package org.imodel4j.host.mobile;

/**
 * How far a download is.
 *
 * @param total bytes that will come; -1 when that is not known
 * @param loaded bytes that have come
 * @param percent of the total, with two decimals; 0 when the total is not known
 */
public record DownloadProgress(long total, long loaded, double percent) {
    static DownloadProgress of(long loaded, long total) {
        return new DownloadProgress(total, loaded, total <= 0 ? 0 : Math.round(10_000.0 * loaded / total) / 100.0);
    }
}
