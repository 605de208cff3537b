package org.imodel4j.host.mobile;

/**
 * A download that the device does.
 *
 * @param id tells the downloads of a device apart
 * @param url where it comes from
 * @param downloadTo the path of the file that it makes
 * @param isBackground whether it goes on while the application is in the background
 * @param loaded bytes that have come
 * @param total bytes that will come; -1 when that is not known
 */
public record DownloadTask(long id, String url, String downloadTo, boolean isBackground, long loaded, long total) {}
