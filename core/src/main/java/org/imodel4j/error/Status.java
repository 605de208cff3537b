package org.imodel4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The status numbers of iTwin.js that imodel4j gives: the members of {@code IModelStatus}, those of {@code DbResult}
 * (prefix {@code BE_SQLITE_}; the low byte is SQLite's own result code) and of {@code RpcInterfaceStatus}.
 */
public enum Status {
    ALREADY_LOADED(65537, ErrorKind.USER, "Already Loaded"),
    ALREADY_OPEN(65538, ErrorKind.CONFLICT, "Already Open"),
    BAD_ARG(65539, ErrorKind.USER, "Bad Arg"),
    BAD_ELEMENT(65540, ErrorKind.DATA, "Bad Element"),
    BAD_MODEL(65541, ErrorKind.DATA, "Bad Model"),
    BAD_REQUEST(65542, ErrorKind.USER, "Bad Request"),
    BAD_SCHEMA(65543, ErrorKind.DATA, "Bad Schema"),
    CANNOT_UNDO(65544, ErrorKind.USER, "Can not Undo"),
    CODE_NOT_RESERVED(65545, ErrorKind.CONFLICT, "Code Not Reserved"),
    DELETION_PROHIBITED(65546, ErrorKind.USER, "Deletion Prohibited"),
    DUPLICATE_CODE(65547, ErrorKind.CONFLICT, "Duplicate Code"),
    DUPLICATE_NAME(65548, ErrorKind.CONFLICT, "Duplicate Name"),
    ELEMENT_BLOCKED_CHANGE(65549, ErrorKind.USER, "Element Blocked Change"),
    FILE_ALREADY_EXISTS(65550, ErrorKind.CONFLICT, "File Already Exists"),
    FILE_NOT_FOUND(65551, ErrorKind.NOT_FOUND, "File Not Found"),
    FILE_NOT_LOADED(65552, ErrorKind.RESOURCE, "File Not Loaded"),
    FOREIGN_KEY_CONSTRAINT(65553, ErrorKind.USER, "ForeignKey Constraint"),
    ID_EXISTS(65554, ErrorKind.CONFLICT, "Id Exists"),
    IN_DYNAMIC_TRANSACTION(65555, ErrorKind.USER, "InDynamicTransaction"),
    INVALID_CATEGORY(65556, ErrorKind.USER, "Invalid Category"),
    INVALID_CODE(65557, ErrorKind.USER, "Invalid Code"),
    INVALID_CODE_SPEC(65558, ErrorKind.USER, "Invalid CodeSpec"),
    INVALID_ID(65559, ErrorKind.USER, "Invalid Id"),
    INVALID_NAME(65560, ErrorKind.USER, "Invalid Name"),
    INVALID_PARENT(65561, ErrorKind.USER, "Invalid Parent"),
    INVALID_PROFILE_VERSION(65562, ErrorKind.DATA, "Invalid Profile Version"),
    IS_CREATING_CHANGE_SET(65563, ErrorKind.USER, "IsCreatingChangeSet"),
    LOCK_NOT_HELD(65564, ErrorKind.CONFLICT, "Lock Not Held"),
    MISMATCH_2D_3D(65565, ErrorKind.USER, "Mismatch 2d3d"),
    MISMATCH_GCS(65566, ErrorKind.USER, "Mismatch Gcs"),
    MISSING_DOMAIN(65567, ErrorKind.DATA, "Missing Domain"),
    MISSING_HANDLER(65568, ErrorKind.DATA, "Missing Handler"),
    MISSING_ID(65569, ErrorKind.USER, "Missing Id"),
    NO_GEOMETRY(65570, ErrorKind.USER, "No Geometry"),
    NO_MULTI_TXN_OPERATION(65571, ErrorKind.USER, "NoMultiTxnOperation"),
    NOT_ENABLED(65573, ErrorKind.USER, "Not Enabled"),
    NOT_FOUND(65574, ErrorKind.NOT_FOUND, "Not Found"),
    NOT_OPEN(65575, ErrorKind.USER, "Not Open"),
    NOT_OPEN_FOR_WRITE(65576, ErrorKind.USER, "Not Open For Write"),
    NOT_SAME_UNIT_BASE(65577, ErrorKind.USER, "Not Same Unit Base"),
    NOTHING_TO_REDO(65578, ErrorKind.USER, "Nothing To Redo"),
    NOTHING_TO_UNDO(65579, ErrorKind.USER, "Nothing To Undo"),
    PARENT_BLOCKED_CHANGE(65580, ErrorKind.USER, "Parent Blocked Change"),
    READ_ERROR(65581, ErrorKind.DATA, "Read Error"),
    READ_ONLY(65582, ErrorKind.USER, "ReadOnly"),
    READ_ONLY_DOMAIN(65583, ErrorKind.USER, "ReadOnlyDomain"),
    REPOSITORY_MANAGER_ERROR(65584, ErrorKind.RESOURCE, "RepositoryManagerError"),
    SQLITE_ERROR(65585, ErrorKind.RESOURCE, "SQLiteError"),
    TRANSACTION_ACTIVE(65586, ErrorKind.CONFLICT, "Transaction Active"),
    UNITS_MISSING(65587, ErrorKind.DATA, "Units Missing"),
    UNKNOWN_FORMAT(65588, ErrorKind.DATA, "Unknown Format"),
    UPGRADE_FAILED(65589, ErrorKind.DATA, "Upgrade Failed"),
    VALIDATION_FAILED(65590, ErrorKind.USER, "Validation Failed"),
    VERSION_TOO_NEW(65591, ErrorKind.DATA, "Version Too New"),
    VERSION_TOO_OLD(65592, ErrorKind.DATA, "Version Too Old"),
    VIEW_NOT_FOUND(65593, ErrorKind.NOT_FOUND, "View Not Found"),
    WRITE_ERROR(65594, ErrorKind.RESOURCE, "Write Error"),
    WRONG_CLASS(65595, ErrorKind.USER, "Wrong Class"),
    WRONG_IMODEL(65596, ErrorKind.USER, "Wrong IModel"),
    WRONG_DOMAIN(65597, ErrorKind.USER, "Wrong Domain"),
    WRONG_ELEMENT(65598, ErrorKind.USER, "Wrong Element"),
    WRONG_HANDLER(65599, ErrorKind.USER, "Wrong Handler"),
    WRONG_MODEL(65600, ErrorKind.USER, "Wrong Model"),
    CONSTRAINT_NOT_UNIQUE(65601, ErrorKind.CONFLICT, "Error (65601)"),
    NO_GEO_LOCATION(65602, ErrorKind.USER, "No GeoLocation"),
    SERVER_TIMEOUT(65603, ErrorKind.RESOURCE, "Error (65603)"),
    NO_CONTENT(65604, ErrorKind.NOT_FOUND, "Error (65604)"),
    NOT_REGISTERED(65605, ErrorKind.NOT_FOUND, "Error (65605)"),
    FUNCTION_NOT_FOUND(65606, ErrorKind.NOT_FOUND, "Error (65606)"),
    NO_ACTIVE_COMMAND(65607, ErrorKind.USER, "Error (65607)"),
    ABORTED(65608, ErrorKind.RESOURCE, "Error (65608)"),

    BE_SQLITE_ERROR(1, ErrorKind.USER, "BE_SQLITE_ERROR"),
    BE_SQLITE_INTERNAL(2, ErrorKind.INTERNAL, "BE_SQLITE_INTERNAL"),
    BE_SQLITE_PERM(3, ErrorKind.USER, "BE_SQLITE_PERM"),
    BE_SQLITE_ABORT(4, ErrorKind.RESOURCE, "BE_SQLITE_ABORT"),
    BE_SQLITE_BUSY(5, ErrorKind.CONFLICT, "Db is busy"),
    BE_SQLITE_LOCKED(6, ErrorKind.CONFLICT, "Db is Locked"),
    BE_SQLITE_NOMEM(7, ErrorKind.RESOURCE, "BE_SQLITE_NOMEM"),
    BE_SQLITE_READONLY(8, ErrorKind.USER, "Readonly"),
    BE_SQLITE_INTERRUPT(9, ErrorKind.RESOURCE, "BE_SQLITE_INTERRUPT"),
    BE_SQLITE_IOERR(10, ErrorKind.RESOURCE, "BE_SQLITE_IOERR"),
    BE_SQLITE_CORRUPT(11, ErrorKind.DATA, "BE_SQLITE_CORRUPT"),
    BE_SQLITE_NOTFOUND(12, ErrorKind.NOT_FOUND, "Not Found"),
    BE_SQLITE_FULL(13, ErrorKind.RESOURCE, "BE_SQLITE_FULL"),
    BE_SQLITE_CANTOPEN(14, ErrorKind.NOT_FOUND, "Can't open"),
    BE_SQLITE_PROTOCOL(15, ErrorKind.CONFLICT, "BE_SQLITE_PROTOCOL"),
    BE_SQLITE_EMPTY(16, ErrorKind.DATA, "BE_SQLITE_EMPTY"),
    BE_SQLITE_SCHEMA(17, ErrorKind.CONFLICT, "BE_SQLITE_SCHEMA"),
    BE_SQLITE_TOOBIG(18, ErrorKind.RESOURCE, "BE_SQLITE_TOOBIG"),
    BE_SQLITE_CONSTRAINT(19, ErrorKind.CONFLICT, "Error (19)"),
    BE_SQLITE_MISMATCH(20, ErrorKind.DATA, "BE_SQLITE_MISMATCH"),
    BE_SQLITE_MISUSE(21, ErrorKind.INTERNAL, "BE_SQLITE_MISUSE"),
    BE_SQLITE_NOLFS(22, ErrorKind.RESOURCE, "BE_SQLITE_NOLFS"),
    BE_SQLITE_AUTH(23, ErrorKind.USER, "BE_SQLITE_AUTH"),
    BE_SQLITE_FORMAT(24, ErrorKind.DATA, "BE_SQLITE_FORMAT"),
    BE_SQLITE_RANGE(25, ErrorKind.USER, "BE_SQLITE_RANGE"),
    BE_SQLITE_NOTADB(26, ErrorKind.DATA, "Not a Database"),
    BE_SQLITE_IOERR_READ(266, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_READ"),
    BE_SQLITE_IOERR_SHORT_READ(522, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_SHORT_READ"),
    BE_SQLITE_IOERR_WRITE(778, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_WRITE"),
    BE_SQLITE_IOERR_FSYNC(1034, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_FSYNC"),
    BE_SQLITE_IOERR_DIR_FSYNC(1290, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_DIR_FSYNC"),
    BE_SQLITE_IOERR_TRUNCATE(1546, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_TRUNCATE"),
    BE_SQLITE_IOERR_FSTAT(1802, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_FSTAT"),
    BE_SQLITE_IOERR_UNLOCK(2058, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_UNLOCK"),
    BE_SQLITE_IOERR_RDLOCK(2314, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_RDLOCK"),
    BE_SQLITE_IOERR_DELETE(2570, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_DELETE"),
    BE_SQLITE_IOERR_BLOCKED(2826, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_BLOCKED"),
    BE_SQLITE_IOERR_NOMEM(3082, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_NOMEM"),
    BE_SQLITE_IOERR_ACCESS(3338, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_ACCESS"),
    BE_SQLITE_IOERR_CHECKRESERVEDLOCK(3594, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_CHECKRESERVEDLOCK"),
    BE_SQLITE_IOERR_LOCK(3850, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_LOCK"),
    BE_SQLITE_IOERR_CLOSE(4106, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_CLOSE"),
    BE_SQLITE_IOERR_DIR_CLOSE(4362, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_DIR_CLOSE"),
    BE_SQLITE_IOERR_SHMOPEN(4618, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_SHMOPEN"),
    BE_SQLITE_IOERR_SHMSIZE(4874, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_SHMSIZE"),
    BE_SQLITE_IOERR_SHMLOCK(5130, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_SHMLOCK"),
    BE_SQLITE_IOERR_SHMMAP(5386, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_SHMMAP"),
    BE_SQLITE_IOERR_SEEK(5642, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_SEEK"),
    BE_SQLITE_IOERR_DELETE_NOENT(5898, ErrorKind.RESOURCE, "BE_SQLITE_IOERR_DELETE_NOENT"),
    BE_SQLITE_ERROR_FILE_EXISTS(16777226, ErrorKind.CONFLICT, "File Exists"),
    BE_SQLITE_ERROR_ALREADY_OPEN(33554442, ErrorKind.CONFLICT, "Already Open"),
    BE_SQLITE_ERROR_NO_PROPERTY_TABLE(50331658, ErrorKind.DATA, "No Property Table"),
    BE_SQLITE_ERROR_FILE_NOT_FOUND(67108874, ErrorKind.NOT_FOUND, "File Not Found"),
    BE_SQLITE_ERROR_NO_TXN_ACTIVE(83886090, ErrorKind.USER, "No Txn Active"),
    BE_SQLITE_ERROR_BAD_DB_PROFILE(100663306, ErrorKind.DATA, "Bad Db Profile"),
    BE_SQLITE_ERROR_INVALID_PROFILE_VERSION(117440522, ErrorKind.DATA, "Invalid Profile Version"),
    BE_SQLITE_ERROR_PROFILE_UPGRADE_FAILED(134217738, ErrorKind.DATA, "Profile Upgrade Failed"),
    BE_SQLITE_ERROR_PROFILE_TOO_OLD_FOR_READ_WRITE(150994954, ErrorKind.DATA, "Profile Too Old For ReadWrite"),
    BE_SQLITE_ERROR_PROFILE_TOO_OLD(167772170, ErrorKind.DATA, "Profile Too Old"),
    BE_SQLITE_ERROR_PROFILE_TOO_NEW_FOR_READ_WRITE(184549386, ErrorKind.DATA, "Profile Too New For ReadWrite"),
    BE_SQLITE_ERROR_PROFILE_TOO_NEW(201326602, ErrorKind.DATA, "Profile Too New"),
    BE_SQLITE_ERROR_CHANGE_TRACK_ERROR(218103818, ErrorKind.USER, "ChangeTrack Error"),
    BE_SQLITE_ERROR_INVALID_CHANGE_SET_VERSION(234881034, ErrorKind.DATA, "Invalid ChangeSet Version"),
    BE_SQLITE_ERROR_SCHEMA_UPGRADE_REQUIRED(251658250, ErrorKind.DATA, "Schema Upgrade Required"),
    BE_SQLITE_ERROR_SCHEMA_TOO_NEW(268435466, ErrorKind.DATA, "Schema Too New"),
    BE_SQLITE_ERROR_SCHEMA_TOO_OLD(285212682, ErrorKind.DATA, "Schema Too Old"),
    BE_SQLITE_ERROR_SCHEMA_LOCK_FAILED(301989898, ErrorKind.CONFLICT, "Schema Lock Failed"),
    BE_SQLITE_ERROR_SCHEMA_UPGRADE_FAILED(318767114, ErrorKind.DATA, "Schema Upgrade Failed"),
    BE_SQLITE_ERROR_SCHEMA_IMPORT_FAILED(335544330, ErrorKind.DATA, "Schema Import Failed"),
    BE_SQLITE_ERROR_COULD_NOT_ACQUIRE_LOCKS_OR_CODES(352321546, ErrorKind.CONFLICT, "Could Not Acquire Locks Or Codes"),
    BE_SQLITE_ERROR_SCHEMA_UPGRADE_RECOMMENDED(
            369098762, ErrorKind.DATA, "Recommended that the schemas found in the database be upgraded"),
    BE_SQLITE_ERROR_DATA_TRANSFORM_REQUIRED(385875978, ErrorKind.DATA, "Schema update require to transform data"),
    BE_SQLITE_ERROR_NOTOPEN(16777217, ErrorKind.USER, "Error (16777217)"),
    BE_SQLITE_ERROR_PROPAGATE_CHANGES_FAILED(33554433, ErrorKind.USER, "Error (33554433)"),
    BE_SQLITE_LOCKED_SHAREDCACHE(262, ErrorKind.CONFLICT, "BE_SQLITE_LOCKED_SHAREDCACHE"),
    BE_SQLITE_BUSY_RECOVERY(261, ErrorKind.CONFLICT, "BE_SQLITE_BUSY_RECOVERY"),
    BE_SQLITE_CANTOPEN_NOTEMPDIR(270, ErrorKind.NOT_FOUND, "SQLite No Temp Dir"),
    BE_SQLITE_CANTOPEN_ISDIR(526, ErrorKind.NOT_FOUND, "BE_SQLITE_CANTOPEN_ISDIR"),
    BE_SQLITE_CANTOPEN_FULLPATH(782, ErrorKind.NOT_FOUND, "BE_SQLITE_CANTOPEN_FULLPATH"),
    BE_SQLITE_CORRUPT_VTAB(267, ErrorKind.DATA, "BE_SQLITE_CORRUPT_VTAB"),
    BE_SQLITE_READONLY_RECOVERY(264, ErrorKind.USER, "BE_SQLITE_READONLY_RECOVERY"),
    BE_SQLITE_READONLY_CANTLOCK(520, ErrorKind.USER, "BE_SQLITE_READONLY_CANTLOCK"),
    BE_SQLITE_READONLY_ROLLBACK(776, ErrorKind.USER, "BE_SQLITE_READONLY_ROLLBACK"),
    BE_SQLITE_ABORT_ROLLBACK(516, ErrorKind.RESOURCE, "BE_SQLITE_ABORT_ROLLBACK"),
    BE_SQLITE_CONSTRAINT_CHECK(275, ErrorKind.CONFLICT, "BE_SQLITE_CONSTRAINT_CHECK"),
    BE_SQLITE_CONSTRAINT_COMMITHOOK(531, ErrorKind.CONFLICT, "CommitHook Constraint Error"),
    BE_SQLITE_CONSTRAINT_FOREIGNKEY(787, ErrorKind.CONFLICT, "Foreign Key Constraint Error"),
    BE_SQLITE_CONSTRAINT_FUNCTION(1043, ErrorKind.CONFLICT, "Function Constraint Error"),
    BE_SQLITE_CONSTRAINT_NOTNULL(1299, ErrorKind.CONFLICT, "NotNull Constraint Error"),
    BE_SQLITE_CONSTRAINT_PRIMARYKEY(1555, ErrorKind.CONFLICT, "Primary Key Constraint Error"),
    BE_SQLITE_CONSTRAINT_TRIGGER(1811, ErrorKind.CONFLICT, "Trigger Constraint Error"),
    BE_SQLITE_CONSTRAINT_UNIQUE(2067, ErrorKind.CONFLICT, "Unique Constraint Error"),
    BE_SQLITE_CONSTRAINT_VTAB(2323, ErrorKind.CONFLICT, "VTable Constraint Error"),

    INCOMPATIBLE_VERSION(135168, ErrorKind.USER, "RpcInterfaceStatus.IncompatibleVersion");

    private final int number;
    private final ErrorKind kind;
    private final String text;

    Status(int number, ErrorKind kind, String text) {
        this.number = number;
        this.kind = kind;
        this.text = text;
    }

    public int number() {
        return number;
    }

    public ErrorKind kind() {
        return kind;
    }

    /** The name that iTwin.js shows for the number, such as {@code Not Found}. */
    public String text() {
        return text;
    }

    /** The name that iTwin.js shows for any number, known or not; the same rule as its {@code BentleyError.getErrorKey}. */
    public static String textOf(int number) {
        if (number == 0 || number == 100 || number == 101) {
            return "Success";
        }
        Status status = tryOf(number);
        return status == null ? "Error (" + number + ")" : status.text;
    }

    /** The status of that number, or null when there is none. */
    public static @Nullable Status tryOf(int number) {
        for (Status status : values()) {
            if (status.number == number) {
                return status;
            }
        }
        return null;
    }

    /**
     * The kind of a result code that SQLite gave: that of its extended code if it is known, else that of its low byte.
     */
    public static ErrorKind kindOfResultCode(int code) {
        Status status = tryOf(code);
        if (status == null) {
            status = tryOf(code & 0xff);
        }
        return status == null ? ErrorKind.INTERNAL : status.kind;
    }
}
