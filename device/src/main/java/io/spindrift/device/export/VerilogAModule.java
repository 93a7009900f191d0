package io.spindrift.device.export;

import io.spindrift.numerics.Constants;

/**
 * A junction as a Verilog-A module: the same equations as {@link SpiceSubcircuit}, without noise.
 *
 * <p>Also the same circuit: three voltages on capacitors of 1 pF, held in the starting direction in
 * static analyses. Only statements that every Verilog-A compiler has are used.
 */
public final class VerilogAModule {
  private static final String BODY =
      """
        real area, volume, k_x, k_y, k_z, k_volt, g_p, rate, twist, field_like;
        real up, m_x0, m_y0, m_z0, v, tmr, g_ratio, g_v;
        real x, y, z, e_x, e_y, e_z, p_x, p_y, p_z, norm;

        analog begin
          area = `M_PI/4.0*d_x*d_y;
          volume = area*t_free;
          k_x = -`MU_0*ms*n_x;
          k_y = -`MU_0*ms*n_y;
          k_z = 2.0*ki/(ms*t_free) - `MU_0*ms*n_z;
          k_volt = -2.0*xi/(t_ox*ms*t_free);
          g_p = area/ra;
          rate = 1.0e-12*`GYRO/(1.0 + alpha*alpha);
          up = (state > 0) ? 1.0 : 0.0;
          m_x0 = cos(tilt)*(up*(@PX@) + (1.0 - up)*(@AX@)) + sin(tilt)*(up*(@PEX@) + (1.0 - up)*(@AEX@));
          m_y0 = cos(tilt)*(up*(@PY@) + (1.0 - up)*(@AY@)) + sin(tilt)*(up*(@PEY@) + (1.0 - up)*(@AEY@));
          m_z0 = cos(tilt)*(up*(@PZ@) + (1.0 - up)*(@AZ@));

          v = V(p, n);
          x = V(mx);
          y = V(my);
          z = V(mz);

          // Current: magnetoresistance tmr_0/(1 + (V/v_half)^2), conductance linear in m_z
          tmr = tmr_0/(1.0 + (v/v_half)*(v/v_half));
          g_ratio = 1.0/(1.0 + tmr);
          g_v = g_p*(1.0 + (per_v_p*v)*(per_v_p*v));
          @CURRENT@

          // Field in tesla
          @TWIST@
          e_x = b_x + k_x*x + twist*y;
          e_y = b_y + k_y*y - twist*x;
          e_z = b_z + (k_z + k_volt*v)*z + field_like;

          // m x B
          p_x = y*e_z - z*e_y;
          p_y = z*e_x - x*e_z;
          p_z = x*e_y - y*e_x;
          norm = 0.5e-12*`LAMBDA*(x*x + y*y + z*z - 1.0);

          // Motion of three voltages on 1 pF, held in the starting direction at rest
          if (analysis("static")) begin
            I(mx) <+ x - m_x0;
            I(my) <+ y - m_y0;
            I(mz) <+ z - m_z0;
          end else begin
            I(mx) <+ rate*(p_x + alpha*(y*p_z - z*p_y)) + norm*x;
            I(my) <+ rate*(p_y + alpha*(z*p_x - x*p_z)) + norm*y;
            I(mz) <+ rate*(p_z + alpha*(x*p_y - y*p_x)) + norm*z;
          end
          I(mx) <+ 1.0e-12*ddt(x);
          I(my) <+ 1.0e-12*ddt(y);
          I(mz) <+ 1.0e-12*ddt(z);
        end
      endmodule
      """;

  /** The text of the module of a junction. */
  public static String text(JunctionCircuit circuit) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        // Magnetic tunnel junction %s, made by Spindrift.
        //   p n       terminals; a positive voltage from p to n lowers the anisotropy
        //   mx my mz  magnetisation in volts, mz > 0 parallel; they are outputs
        //   state     1 starts in the parallel, -1 in the antiparallel state
        //   tilt      angle from the resting direction at the start, rad; default: thermal mean
        // Without thermal noise. Not in this model: temperature laws, self-heating and the driver.
        `include "constants.vams"
        `include "disciplines.vams"

        `define MU_0 %s // T m/A
        `define GYRO %s // rad/(s T), gyromagnetic ratio of the electron
        `define LAMBDA 1.0e11 // 1/s, restores |m| = 1, leaves the direction alone

        module %s(p, n, mx, my, mz);
          inout p, n;
          output mx, my, mz;
          electrical p, n, mx, my, mz;

          parameter integer state = 1;
          parameter real tilt = %s;
        """
            .formatted(
                circuit.title(),
                number(Constants.VACUUM_PERMEABILITY_TESLA_METERS_PER_AMPERE),
                number(Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA),
                circuit.identifier(),
                number(circuit.tiltRadians())));
    for (CircuitParameter parameter : circuit.parameters()) {
      text.append(
          "  parameter real %s = %s;  // %s\n"
              .formatted(parameter.name(), number(parameter.value()), parameter.comment()));
    }
    return text.append('\n').append(body(circuit)).toString();
  }

  private static String body(JunctionCircuit circuit) {
    RestDirection p = circuit.parallelRest();
    RestDirection a = circuit.antiparallelRest();
    return BODY.replace("@PX@", number(p.x()))
        .replace("@PY@", number(p.y()))
        .replace("@PZ@", number(p.z()))
        .replace("@PEX@", number(p.across().x()))
        .replace("@PEY@", number(p.across().y()))
        .replace("@AX@", number(a.x()))
        .replace("@AY@", number(a.y()))
        .replace("@AZ@", number(a.z()))
        .replace("@AEX@", number(a.across().x()))
        .replace("@AEY@", number(a.across().y()))
        .replace("@CURRENT@", current(circuit))
        .replace("@TWIST@", twist(circuit));
  }

  private static String current(JunctionCircuit circuit) {
    String conduction = "I(p, n) <+ v*g_v*0.5*((1.0 + g_ratio) + z*(1.0 - g_ratio));";
    return circuit.value("c_j") > 0 ? conduction + "\n    I(p, n) <+ c_j*ddt(v);" : conduction;
  }

  private static String twist(JunctionCircuit circuit) {
    return circuit.torque()
        ? """
        // Spin-transfer torque: a = stt hbar/(2 e) eta G V/(Ms volume), eta fixed or sqrt(tmr/(tmr + 2))
            twist = stt*@HBAR@/(2.0*@CHARGE@)*((eta_fixed > 0.0) ? eta_fixed : sqrt(tmr/(tmr + 2.0)))*g_v*0.5*(1.0 + g_ratio)*v/(ms*volume);
            field_like = stt_field*twist;\
        """
            .replace("@HBAR@", number(Constants.REDUCED_PLANCK_JOULE_SECONDS))
            .replace("@CHARGE@", number(Constants.ELEMENTARY_CHARGE_COULOMBS))
        : "twist = 0.0;\n    field_like = 0.0;";
  }

  private static String number(double value) {
    return Double.toString(value);
  }

  private VerilogAModule() {}
}
