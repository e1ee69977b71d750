/** Runs HeidelTime over many texts in one Java machine: the packaged wrapper starts one for each.
 *  Started as a single source file beside the wrapper's jar; GPL, so it is a peer and nothing of it is ours.
 *  Arguments: language, configuration file. Each line of input: a day, a tab, a text with \n for line breaks.
 *  Each line of output: the text with TIMEX3 tags, line breaks as \n. */
import de.unihd.dbs.heideltime.standalone.*;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;

public class HeidelTimeLines {
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // HeidelTime prints notices
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
            Language.getLanguageFromString(args[0]), DocumentType.NEWS, OutputType.TIMEML, args[1], POSTagger.NO);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] row = line.split("\t", 2);
            String tagged = tagger.process(
                row[1].replace("\\n", "\n"), new SimpleDateFormat("yyyy-MM-dd").parse(row[0]));
            out.println(tagged.replace("\n", "\\n"));
        }
    }
}
