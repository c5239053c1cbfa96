package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.cli.RunningView;

/** Where {@code view} listens: its port and token, and what is said where it has none. */
class ViewPortsTest {
  @TempDir private static Path folder;

  @RegisterExtension private static final ViewOfOneFit one = new ViewOfOneFit(() -> folder);

  @Test
  void onlyTheLoopbackAddressListens() throws Exception {
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : network.inetAddresses().toList()) {
        boolean own = address.getHostAddress().equals("127.0.0.1");
        assertThat(listens(address)).as("%s", address).isEqualTo(own);
      }
    }
  }

  @Test
  void twoSideBySideHaveTokensOfTheirOwn() throws Exception {
    try (var other = RunningView.start("--model", one.fits())) {
      assertThat(other.port()).isNotEqualTo(one.running().port());
      assertThat(other.token()).isNotEqualTo(one.running().token());
      assertThat(other.get("state").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPortInUseIsSaidWithWhatToDo() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Ran ran =
          Ran.mitchell(
              "view", "--model", one.fits(), "--no-browser", "--port", taken.getLocalPort());
      assertThat(ran.failsWith(1).err())
          .contains("port " + taken.getLocalPort())
          .contains("--port N");
    }
  }

  @Test
  void aPortThatCannotBeIsWrongUsage() {
    Ran.mitchell("view", "--model", one.fits(), "--port", "70000").failsWith(2);
  }

  @Test
  void withoutFitsItSaysHowToMakeOne() {
    assertThat(Ran.mitchell("view", "--model", folder.resolve("none")).failsWith(1).err())
        .contains("mitchell fit");
  }

  @Test
  void anInterruptStopsItAndFreesThePort() throws Exception {
    int port;
    try (var other = RunningView.start("--model", one.fits())) {
      port = other.port();
      new ProcessBuilder("kill", "-INT", Long.toString(other.process().pid())).start().waitFor();
      assertThat(other.process().waitFor(1, TimeUnit.MINUTES))
          .as("interrupted; what a shell starts behind its back (&) is told to ignore interrupts")
          .isTrue();
      assertThat(other.process().exitValue()).isEqualTo(130);
    }
    try (var again = RunningView.start("--model", one.fits(), "--port", port)) {
      assertThat(again.port()).isEqualTo(port);
    }
  }

  private static boolean listens(InetAddress address) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, one.running().port()), 2000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
