package com.maily.console.platforms.sqlite;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Translates SQLite's result codes (https://www.sqlite.org/rescode.html) into failures; the only class that knows them. */
final class SqliteErrors {

    private static final int FULL = 13;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int PERMISSION = 3;
    private static final int CANNOT_OPEN = 14;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int NOT_A_DATABASE = 26;

    private final Path file;

    SqliteErrors(Path file) {
        this.file = file;
    }

    /** @param what what could not be done: {@code The journal could not be written} */
    FailureException failure(String what, SQLException error) {
        return new FailureException(translated(what, error), error);
    }

    private Failure translated(String what, SQLException error) {
        return switch (primaryCode(error)) {
            case FULL -> new Failure.Rejected(what, "The disk that holds " + file + " is full.",
                    "Nothing was lost. Free some space and try again.");
            case BUSY, LOCKED -> new Failure.TimedOut(what, "Another program holds " + file + " locked.",
                    "Nothing was lost. Close the other program (a database browser, a backup) and try again.");
            case READ_ONLY, PERMISSION -> new Failure.Denied(what, file + " or its folder is read-only.",
                    "Nothing was lost. Allow this user to write there, or choose another journal file.");
            case CANNOT_OPEN -> new Failure.Denied(what, file + " cannot be opened.",
                    "Check that the folder exists and that this user may read and write there.");
            case IO_ERROR -> new Failure.Unreachable(what, "The disk that holds " + file + " reports an error: " + words(error),
                    "Check the disk, then try again.");
            case NOT_A_DATABASE -> new Failure.Rejected(what, file + " is not a journal: it is no SQLite database.",
                    "It was left as it is. Choose another journal file, or restore this one from a backup.");
            case CORRUPT -> new Failure.Rejected(what, file + " is damaged: " + words(error),
                    "It was left as it is. Keep a copy, then restore the journal from a backup.");
            default -> new Failure.Defect(what, "SQLite says: " + words(error), "Nothing was lost. Please report this.");
        };
    }

    /** Extended codes carry the primary one in their low byte. */
    private static int primaryCode(SQLException error) {
        int code = error instanceof SQLiteException known && known.getResultCode() != SQLiteErrorCode.UNKNOWN_ERROR
                ? known.getResultCode().code : error.getErrorCode();
        return code & 0xff;
    }

    private static String words(SQLException error) {
        String message = String.valueOf(error.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }
}
