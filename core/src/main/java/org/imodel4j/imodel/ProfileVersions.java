package org.imodel4j.imodel;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the profiles that are stacked in a file.
 *
 * @param be of the file's properties ({@code be_*})
 * @param ec of the EC model ({@code ec_*})
 * @param dgn of the iModel ({@code bis_*}, {@code dgn_*}); null in a plain ECDb file
 */
public record ProfileVersions(
        ProfileVersion be, ProfileVersion ec, @Nullable ProfileVersion dgn) {
    /** The newest versions that this software knows in full. */
    public static final ProfileVersions SUPPORTED = new ProfileVersions(
            new ProfileVersion(3, 1, 0, 2), new ProfileVersion(4, 0, 0, 5), new ProfileVersion(2, 0, 0, 7));

    private record Pair(String profile, ProfileVersion file, ProfileVersion software) {
        int age() {
            return Integer.signum(file.compareTo(software));
        }
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair("be", be, SUPPORTED.be));
        pairs.add(new Pair("ec", ec, SUPPORTED.ec));
        if (dgn != null && SUPPORTED.dgn != null) {
            pairs.add(new Pair("dgn", dgn, SUPPORTED.dgn));
        }
        return pairs;
    }

    /**
     * Refuses a file that this software can not read. A file of another minor version can be read; of another major version
     * it can not; a file that is newer in one profile and older in another is damaged. As the reference does.
     *
     * @throws IModelException BE_SQLITE_ERROR_PROFILE_TOO_NEW, _PROFILE_TOO_OLD or _INVALID_PROFILE_VERSION
     */
    void checkReadable() {
        List<Pair> pairs = pairs();
        boolean newer = pairs.stream().anyMatch(pair -> pair.age() > 0);
        boolean older = pairs.stream().anyMatch(pair -> pair.age() < 0);
        if (newer && older) {
            throw new IModelException(
                            Status.BE_SQLITE_ERROR_INVALID_PROFILE_VERSION,
                            "The file is newer than this software in one profile and older in another")
                    .with("file", this)
                    .with("supported", SUPPORTED);
        }
        for (Pair pair : pairs) {
            if (pair.file.major() > pair.software.major()) {
                throw refused(Status.BE_SQLITE_ERROR_PROFILE_TOO_NEW, "The file needs newer software to be read", pair);
            }
            if (pair.file.major() < pair.software.major()) {
                throw refused(
                        Status.BE_SQLITE_ERROR_PROFILE_TOO_OLD,
                        "The file is too old to be read by this software",
                        pair);
            }
        }
    }

    /**
     * Refuses a file that this software can not write: also those of another minor version.
     *
     * @throws IModelException also BE_SQLITE_ERROR_PROFILE_TOO_NEW_FOR_READ_WRITE or _PROFILE_TOO_OLD_FOR_READ_WRITE
     */
    void checkWritable() {
        checkMinor("The file must be upgraded before it can be written");
    }

    /**
     * Refuses a file that this software can neither write nor upgrade. No version with a lower minor number can be upgraded to ours, as in the
     * reference.
     *
     * @throws IModelException as {@link #checkWritable}
     */
    void checkUpgradable() {
        checkMinor("The file is too old to be upgraded");
    }

    private void checkMinor(String tooOld) {
        checkReadable();
        for (Pair pair : pairs()) {
            if (pair.file.minor() > pair.software.minor()) {
                throw refused(
                        Status.BE_SQLITE_ERROR_PROFILE_TOO_NEW_FOR_READ_WRITE,
                        "The file needs newer software to be written",
                        pair);
            }
            if (pair.file.minor() < pair.software.minor()) {
                throw refused(Status.BE_SQLITE_ERROR_PROFILE_TOO_OLD_FOR_READ_WRITE, tooOld, pair);
            }
        }
    }

    /** Whether this software has a newer version of one of the profiles. */
    boolean isOutdated() {
        return pairs().stream().anyMatch(pair -> pair.age() < 0);
    }

    /** What an upgrade makes of them: those of this software, except where the file is newer. */
    ProfileVersions upgraded() {
        return new ProfileVersions(
                newer(be, SUPPORTED.be), newer(ec, SUPPORTED.ec), dgn == null ? null : newer(dgn, SUPPORTED.dgn));
    }

    private static ProfileVersion newer(ProfileVersion one, @Nullable ProfileVersion other) {
        return other == null || one.compareTo(other) > 0 ? one : other;
    }

    private static IModelException refused(Status status, String text, Pair pair) {
        return new IModelException(status, text)
                .with("profile", pair.profile)
                .with("version", pair.file)
                .with("supported", pair.software);
    }

    @Override
    public String toString() {
        return "be " + be + " ec " + ec + (dgn == null ? "" : " dgn " + dgn);
    }
}
