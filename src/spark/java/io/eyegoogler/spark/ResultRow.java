package io.eyegoogler.spark;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.FaceResult;
import io.eyegoogler.GooglyPhoto;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Results as rows. Lengths and coordinates are in px of the upright photo; names are those of the service's JSON. */
final class ResultRow {

    private static final StructType POINT =
            new StructType().add("x", DataTypes.DoubleType, false).add("y", DataTypes.DoubleType, false);

    private static final StructType BOX = new StructType()
            .add("x", DataTypes.DoubleType, false)
            .add("y", DataTypes.DoubleType, false)
            .add("width", DataTypes.DoubleType, false)
            .add("height", DataTypes.DoubleType, false);

    private static final StructType KEYPOINTS = new StructType()
            .add("rightEye", POINT, false)
            .add("leftEye", POINT, false)
            .add("noseTip", POINT, false)
            .add("mouthCenter", POINT, false)
            .add("rightEarTragion", POINT, false)
            .add("leftEarTragion", POINT, false);

    private static final StructType FACE = new StructType()
            .add("score", DataTypes.DoubleType, false)
            .add("box", BOX, false)
            .add("keypoints", KEYPOINTS, false);

    /** Fields of a photo with eyes. */
    static final StructType GOOGLY = new StructType()
            .add("file", DataTypes.BinaryType)
            .add("format", DataTypes.StringType)
            .add("width", DataTypes.IntegerType)
            .add("height", DataTypes.IntegerType)
            .add("faces", DataTypes.createArrayType(FACE, false))
            .add("seed", DataTypes.LongType)
            .add("error", DataTypes.StringType);

    /** Fields of the faces in a photo. */
    static final StructType FACES = new StructType()
            .add("width", DataTypes.IntegerType)
            .add("height", DataTypes.IntegerType)
            .add("faces", DataTypes.createArrayType(FACE, false))
            .add("error", DataTypes.StringType);

    private ResultRow() {}

    /** Returns a row of {@link #GOOGLY}. */
    static Row of(GooglyPhoto photo) {
        return RowFactory.create(
                photo.file(),
                photo.format().id(),
                photo.width(),
                photo.height(),
                faces(photo.faces()),
                photo.seed(),
                null);
    }

    /** Returns a row of {@link #FACES}. */
    static Row of(FaceResult found) {
        return RowFactory.create(found.image().width(), found.image().height(), faces(found.faces()), null);
    }

    /** Returns a row of {@code schema} with nothing but its last field, {@code error}. */
    static Row error(StructType schema, String error) {
        Object[] fields = new Object[schema.length()];
        fields[fields.length - 1] = error;
        return RowFactory.create(fields);
    }

    private static List<Row> faces(List<Face> faces) {
        return faces.stream()
                .map(face -> RowFactory.create(face.score(), row(face.box()), row(face.keypoints())))
                .toList();
    }

    private static Row row(Box box) {
        return RowFactory.create(box.x(), box.y(), box.width(), box.height());
    }

    private static Row row(Keypoints keypoints) {
        return RowFactory.create(keypoints.toList().stream().map(ResultRow::row).toArray());
    }

    private static Row row(Point point) {
        return RowFactory.create(point.x(), point.y());
    }
}
