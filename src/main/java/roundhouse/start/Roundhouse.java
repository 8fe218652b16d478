package roundhouse.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public class Roundhouse {
    public static void main(String[] arguments) {
        Quarkus.run(arguments);
    }
}
