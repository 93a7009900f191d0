package io.spindrift.device.export;

import io.spindrift.numerics.Constants;

/**
 * A junction as a subcircuit for ngspice.
 *
 * <p>The magnetisation is three voltages on capacitors of 1 pF, driven by currents that are the
 * Landau-Lifshitz-Gilbert equation of {@link io.spindrift.device.dynamics.HeunStepper}:
 *
 * <pre>
 *   dm/dt = -gamma/(1 + alpha^2) [ m x B + alpha m x (m x B) ] - lambda (|m|^2 - 1) m/2
 *   B = b + diag(k(V)) m + a(V) (m x z) + b_f(V) z + h
 *   I = V G(m_z, V),   G = (G_P + G_AP)/2 + m_z (G_P - G_AP)/2
 * </pre>
 *
 * V the voltage from p to n, h a field put on the pins hx, hy, hz in volts for tesla. The last term
 * of the first line acts along m only: it undoes the drift of |m| that the integrator of a circuit
 * simulator has, and leaves the direction alone. At the operating point and in a sweep of voltages
 * the magnetisation is held in its starting direction; it is let go one femtosecond into a
 * transient analysis, with or without {@code uic}.
 */
public final class SpiceSubcircuit {
  private static final String CORE =
      """
      .param pi = 3.141592653589793
      .param mu_0 = @MU0@ ; T m/A
      .param gamma = @GAMMA@ ; rad/(s T), gyromagnetic ratio of the electron
      .param area = {pi/4*d_x*d_y} ; m2
      .param volume = {area*t_free} ; m3
      .param k_x = {-mu_0*ms*n_x} ; T, field per m_x
      .param k_y = {-mu_0*ms*n_y} ; T, field per m_y
      .param k_z = {2*ki/(ms*t_free) - mu_0*ms*n_z} ; T, field per m_z at zero voltage
      .param k_volt = {-2*xi/(t_ox*ms*t_free)} ; T/V, what a volt adds to k_z
      .param g_p = {area/ra} ; S, conductance of the parallel state
      @TORQUE_PARAM@.param rate = {1e-12*gamma/(1+alpha*alpha)} ; A/T on 1 pF
      .param lambda = 1e11 ; 1/s, restores |m| = 1, leaves the direction alone
      .param up = {state > 0 ? 1 : 0}
      .param c_tilt = {cos(tilt)}
      .param s_tilt = {sin(tilt)}
      .param m_x0 = {c_tilt*(up*@PX@ + (1-up)*@AX@) + s_tilt*(up*@PEX@ + (1-up)*@AEX@)}
      .param m_y0 = {c_tilt*(up*@PY@ + (1-up)*@AY@) + s_tilt*(up*@PEY@ + (1-up)*@AEY@)}
      .param m_z0 = {c_tilt*(up*@PZ@ + (1-up)*@AZ@)}

      * Current: magnetoresistance tmr_0/(1 + (V/v_half)^2), conductance linear in m_z
      * and, for the parallel state, g_p (1 + (per_v_p V)^2)
      Btmr tmr 0 V = {tmr_0}/(1 + (V(p,n)/{v_half})*(V(p,n)/{v_half}))
      Bgp gp 0 V = {g_p}*(1 + ({per_v_p}*V(p,n))*({per_v_p}*V(p,n)))
      Bj p n I = V(p,n)*V(gp)*0.5*((1 + 1/(1 + V(tmr))) + V(mz)*(1 - 1/(1 + V(tmr))))
      @CAPACITOR@
      * Field in tesla
      @TORQUE@Bex ex 0 V = {b_x} + {k_x}*V(mx) + V(hx)@TWIST_X@
      Bey ey 0 V = {b_y} + {k_y}*V(my) + V(hy)@TWIST_Y@
      Bez ez 0 V = {b_z} + ({k_z} + {k_volt}*V(p,n))*V(mz) + V(hz)@FIELD_LIKE@

      * m x B
      Bpx px 0 V = V(my)*V(ez) - V(mz)*V(ey)
      Bpy py 0 V = V(mz)*V(ex) - V(mx)*V(ez)
      Bpz pz 0 V = V(mx)*V(ey) - V(my)*V(ex)

      * Motion; hold is 1 at rest and 0 from the first femtosecond of a transient analysis on
      Vhold hold 0 DC 1 PWL(0 1 1f 0)
      Bnorm norm 0 V = 0.5e-12*{lambda}*(V(mx)*V(mx) + V(my)*V(my) + V(mz)*V(mz) - 1)
      Cx mx 0 1p ic={m_x0}
      Cy my 0 1p ic={m_y0}
      Cz mz 0 1p ic={m_z0}
      * One teraohm each, so that no node floats: a leak of 1/s
      Rx mx 0 1e12
      Ry my 0 1e12
      Rz mz 0 1e12
      Bx mx 0 I = {rate}*(V(px) + {alpha}*(V(my)*V(pz) - V(mz)*V(py))) + V(norm)*V(mx) + 1e6*V(hold)*(V(mx) - {m_x0})
      By my 0 I = {rate}*(V(py) + {alpha}*(V(mz)*V(px) - V(mx)*V(pz))) + V(norm)*V(my) + 1e6*V(hold)*(V(my) - {m_y0})
      Bz mz 0 I = {rate}*(V(pz) + {alpha}*(V(mx)*V(py) - V(my)*V(px))) + V(norm)*V(mz) + 1e6*V(hold)*(V(mz) - {m_z0})
      """;

  /** The text of the subcircuits of a junction: without noise, with noise, and the core of both. */
  public static String text(JunctionCircuit circuit) {
    String name = circuit.identifier();
    String tilt = Double.toString(circuit.tiltRadians());
    StringBuilder text = new StringBuilder();
    text.append(head(circuit, name, tilt));
    text.append(".subckt %s_core p n mx my mz hx hy hz state=1 tilt=%s\n".formatted(name, tilt));
    for (CircuitParameter parameter : circuit.parameters()) {
      text.append(
          ".param %s = %s ; %s\n"
              .formatted(
                  parameter.name(), Double.toString(parameter.value()), parameter.comment()));
    }
    text.append(core(circuit)).append(".ends\n\n");
    text.append(plain(name, tilt)).append('\n').append(thermal(circuit, name, tilt));
    return text.toString();
  }

  private static String head(JunctionCircuit circuit, String name, String tilt) {
    return """
    * Magnetic tunnel junction %s, made by Spindrift for ngspice
    * X1 p n mx my mz %s state=1 tilt=%s
    *   p n       terminals; a positive voltage from p to n lowers the anisotropy
    *   mx my mz  magnetisation in volts, mz > 0 parallel; leave open or connect high-ohmic
    *   state     1 starts in the parallel, -1 in the antiparallel state
    *   tilt      angle from the resting direction at the start, rad; default: thermal mean
    * %s_thermal has thermal noise as well and the parameter noise_step, s.
    * Advice: .options reltol=1e-5 abstol=1e-12 vntol=1e-8 and a largest time step of 1 ps.
    * Not in this model: temperature laws, self-heating and the driver; breakdown of the barrier.

    """
        .formatted(circuit.title(), name, tilt, name);
  }

  private static String core(JunctionCircuit circuit) {
    RestDirection p = circuit.parallelRest();
    RestDirection a = circuit.antiparallelRest();
    boolean torque = circuit.torque();
    return CORE.replace("@MU0@", number(Constants.VACUUM_PERMEABILITY_TESLA_METERS_PER_AMPERE))
        .replace("@GAMMA@", number(Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA))
        .replace("@PX@", number(p.x()))
        .replace("@PY@", number(p.y()))
        .replace("@PZ@", number(p.z()))
        .replace("@PEX@", number(p.across().x()))
        .replace("@PEY@", number(p.across().y()))
        .replace("@AX@", number(a.x()))
        .replace("@AY@", number(a.y()))
        .replace("@AZ@", number(a.z()))
        .replace("@AEX@", number(a.across().x()))
        .replace("@AEY@", number(a.across().y()))
        .replace("@CAPACITOR@", circuit.value("c_j") > 0 ? "Cj p n {c_j}\n" : "* no capacitance\n")
        .replace("@TORQUE_PARAM@", torque ? torqueParameters() : "")
        .replace("@TORQUE@", torque ? torqueSources() : "")
        .replace("@TWIST_X@", torque ? " + V(twist)*V(my)" : "")
        .replace("@TWIST_Y@", torque ? " - V(twist)*V(mx)" : "")
        .replace("@FIELD_LIKE@", torque ? " + {stt_field}*V(twist)" : "");
  }

  private static String torqueParameters() {
    return """
    .param a_volt = {stt*@HBAR@/(2*@CHARGE@)/(ms*volume)} ; T/A, field a of the polarised current
    .param eta_free = {eta_fixed > 0 ? 0 : 1} ; 1 where the polarisation is that of the TMR
    """
        .replace("@HBAR@", number(Constants.REDUCED_PLANCK_JOULE_SECONDS))
        .replace("@CHARGE@", number(Constants.ELEMENTARY_CHARGE_COULOMBS));
  }

  private static String torqueSources() {
    return """
    * Spin-transfer torque: a = stt hbar/(2 e) eta G V/(Ms volume), eta fixed or sqrt(tmr/(tmr + 2))
    Btwist twist 0 V = {a_volt}*V(p,n)*V(gp)*0.5*(1 + 1/(1 + V(tmr)))*({eta_fixed} + {eta_free}*sqrt(V(tmr)/(V(tmr) + 2)))
    """;
  }

  private static String plain(String name, String tilt) {
    return """
    .subckt @NAME@ p n mx my mz state=1 tilt=@TILT@
    Xcore p n mx my mz 0 0 0 @NAME@_core state={state} tilt={tilt}
    .ends
    """
        .replace("@NAME@", name)
        .replace("@TILT@", tilt);
  }

  private static String thermal(JunctionCircuit circuit, String name, String tilt) {
    double volume =
        Math.PI / 4 * circuit.value("d_x") * circuit.value("d_y") * circuit.value("t_free");
    double perRootSecond =
        Math.sqrt(
            2
                * circuit.value("alpha")
                * Constants.BOLTZMANN_JOULES_PER_KELVIN
                * circuit.value("t_kelvin")
                / (Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
                    * circuit.value("ms")
                    * volume));
    return """
    * Thermal field: variance 2 alpha kB T/(gamma Ms volume noise_step) in each component
    .subckt @NAME@_thermal p n mx my mz state=1 tilt=@TILT@ noise_step=1e-12
    .param sigma = {@ROOT@/sqrt(noise_step)} ; T
    Vhx hx 0 DC 0 TRNOISE({sigma} {noise_step} 0 0)
    Vhy hy 0 DC 0 TRNOISE({sigma} {noise_step} 0 0)
    Vhz hz 0 DC 0 TRNOISE({sigma} {noise_step} 0 0)
    Xcore p n mx my mz hx hy hz @NAME@_core state={state} tilt={tilt}
    .ends
    """
        .replace("@NAME@", name)
        .replace("@TILT@", tilt)
        .replace("@ROOT@", number(perRootSecond));
  }

  private static String number(double value) {
    return Double.toString(value);
  }

  private SpiceSubcircuit() {}
}
