package io.eyegoogler.convert;

import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Signature;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.MetaGraphDef.MetaInfoDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.proto.TensorShapeProto.Dim;
import org.tensorflow.types.TFloat32;

/**
 * Wraps a graph without variables into a SavedModel with one signature. TensorFlow's exporter would do it too, but it
 * adds the operations and the directory for saving variables, and there are none.
 */
final class SavedModelBuilder {
    private static final long SCHEMA_VERSION = 1;

    private final SignatureDef.Builder signature =
            SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");

    SavedModelBuilder input(String name, Operand<TFloat32> operand) {
        signature.putInputs(name, info(operand));
        return this;
    }

    SavedModelBuilder output(String name, Operand<TFloat32> operand) {
        signature.putOutputs(name, info(operand));
        return this;
    }

    SavedModel build(GraphDef graph) {
        MetaInfoDef meta = MetaInfoDef.newBuilder()
                .addTags(SavedModelBundle.DEFAULT_TAG)
                .setTensorflowVersion(TensorFlow.version())
                .build();
        return SavedModel.newBuilder()
                .setSavedModelSchemaVersion(SCHEMA_VERSION)
                .addMetaGraphs(MetaGraphDef.newBuilder()
                        .setMetaInfoDef(meta)
                        .setGraphDef(graph)
                        .putSignatureDef(Signature.DEFAULT_KEY, signature.build()))
                .build();
    }

    private static TensorInfo info(Operand<TFloat32> operand) {
        return TensorInfo.newBuilder()
                .setName(operand.op().name() + ":" + operand.asOutput().index())
                .setDtype(DataType.DT_FLOAT)
                .setTensorShape(shape(operand.shape()))
                .build();
    }

    private static TensorShapeProto shape(Shape shape) {
        TensorShapeProto.Builder proto = TensorShapeProto.newBuilder();
        for (long size : shape.asArray()) {
            proto.addDim(Dim.newBuilder().setSize(size));
        }
        return proto.build();
    }
}
