package io.eyegoogler.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Explains I/O errors to users. */
final class IoErrors {

    private IoErrors() {}

    /** Returns what the operating system says, without the names of files that the message may begin with. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "a file of this name exists";
        }
        if (failure instanceof FileSystemException file) {
            return file.getReason() == null ? failure.toString() : file.getReason();
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
