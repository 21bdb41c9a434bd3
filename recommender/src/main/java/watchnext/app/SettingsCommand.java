package watchnext.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import watchnext.settings.Settings;

/** {@code watchnext settings}: every setting with its value, meaning, unit and range. */
@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints every setting with meaning, unit and range, as YAML to edit:",
      "  watchnext settings > my.yaml; watchnext demo --settings my.yaml",
      "The values are the defaults, or those of --settings and --set."
    })
final class SettingsCommand implements Callable<Integer> {

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Override
  public Integer call() throws Exception {
    System.out.print(Settings.print(settings.of(1)));
    return 0;
  }
}
