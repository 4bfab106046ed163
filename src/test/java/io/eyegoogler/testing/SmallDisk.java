package io.eyegoogler.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A small file system in memory, mounted on a folder until this is closed.
 *
 * @param folder where it is mounted
 */
public record SmallDisk(Path folder) implements AutoCloseable {

    /**
     * Creates {@code folder} and mounts a file system on it, or skips the test where only root may mount.
     *
     * @param size as {@code tmpfs} takes it: {@code 64k}
     */
    public static SmallDisk mount(Path folder, String size) throws IOException {
        Files.createDirectory(folder);
        Requirements.require(
                Programs.succeeds(List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString())),
                "be root, who may mount");
        return new SmallDisk(folder);
    }

    @Override
    public void close() {
        Programs.run(List.of("umount", folder.toString()));
    }
}
