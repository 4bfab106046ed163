package io.eyegoogler.evaluate;

/**
 * What was found in photos that were all changed in one way.
 *
 * @param change what was done to them
 * @param faces to be found
 * @param found of them
 * @param right those with both eyes given and well placed
 * @param kept those of them whose eyes are right in the photo as it is too
 * @param falseAlarms in all photos
 */
public record ChangeResult(String change, int faces, int found, int right, int kept, int falseAlarms) {}
